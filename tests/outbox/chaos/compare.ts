import type { Copy } from './far-side.ts'
import { ASPECTS, type Ledger, type State } from './ledger.ts'
import type { Row } from './near-side.ts'

const PLACES: Record<string, string> = {
  INBOX: 'inbox',
  Archive: 'archive',
  Sent: 'sent',
  Drafts: 'drafts',
  Junk: 'junk',
  Trash: 'trash',
}
const NEAREST = ['inbox', 'drafts', 'sent', 'archive', 'junk', 'trash']

/** In what the two sides differ from each other, and from what was written on one side alone. */
export function compare(copies: Copy[], rows: Row[], ledger: Ledger): string[] {
  const faults: string[] = []
  const there = Map.groupBy(copies, ({ token }) => token)
  const here = Map.groupBy(rows, ({ token }) => token)
  for (const token of new Set([...there.keys(), ...here.keys(), ...ledger.alive.keys()])) {
    const lying = there.get(token) ?? []
    const known = here.get(token) ?? []
    if (known.length > 1) faults.push(`${token} is here ${known.length} times`)
    for (const [mailbox, twins] of Map.groupBy(lying, (copy) => copy.mailbox))
      if (twins.length > 1) faults.push(`${token} is ${twins.length} times in ${mailbox}`)
    if (known.length === 0 && lying.length === 0) {
      if (ledger.alive.delete(token) && !ledger.open.has(token)) faults.push(`${token} is lost`)
    } else if (known.length === 0) faults.push(`${token} is on the server alone, in ${lying[0]!.mailbox}`)
    else if (lying.length === 0) faults.push(`${token} is here alone, in ${known[0]!.place}`)
    else faults.push(...differences(token, stateOf(lying), known[0]!, ledger))
  }
  return faults
}

function differences(token: string, far: State, near: Row, ledger: Ledger): string[] {
  const faults: string[] = []
  const isAway = near.place === 'trash' || near.place === 'junk'
  for (const aspect of ASPECTS) {
    if (far[aspect] !== near[aspect])
      faults.push(`${token}: ${aspect} is ${far[aspect]} there and ${near[aspect]} here`)
    const wanted = ledger.wanted(token, aspect)
    if (wanted !== null && wanted !== near[aspect])
      faults.push(`${token}: ${aspect} is ${near[aspect]}, by ${JSON.stringify(ledger.writes(token, aspect))}`)
  }
  // In the trash a message keeps its labels to itself.
  if (!isAway && far.labels.join() !== near.labels.join())
    faults.push(`${token}: labels are ${far.labels.join()} there and ${near.labels.join()} here`)
  if (!isAway)
    for (const [label, on] of ledger.wantedLabels(token))
      if (near.labels.includes(label) !== on) faults.push(`${token}: label ${label} is ${on ? 'missing' : 'there'}`)
  const entry = ledger.alive.get(token)
  if (entry?.id && entry.id !== near.id) faults.push(`${token} was erased and stored anew`)
  if (entry) entry.id = near.id
  return faults
}

function stateOf(copies: Copy[]): State {
  const places = copies.map(({ mailbox }) => PLACES[mailbox] ?? 'archive')
  return {
    seen: copies.some(({ flags }) => flags.has('\\Seen')) ? '1' : '0',
    starred: copies.some(({ flags }) => flags.has('\\Flagged')) ? '1' : '0',
    place: NEAREST.find((place) => places.includes(place))!,
    labels: [
      ...new Set(copies.filter(({ mailbox }) => !PLACES[mailbox]).map(({ mailbox }) => mailbox.toLowerCase())),
    ].sort(),
  }
}
