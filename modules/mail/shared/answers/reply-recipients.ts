import type { Address, DraftKind } from '../../contract.ts'
import type * as answers from './parent.ts'

type Parent = Pick<answers.Parent, 'from' | 'to' | 'cc' | 'replyTo' | 'sender' | 'headers'>
type Recipients = { to: Address[]; cc: Address[]; bcc: Address[] }
/** Reads the addresses of a header field. */
type ReadField = (field: string) => Address[]

/**
 * Who gets an answer (RFC 5322, 3.6.3): Reply-To before From, everybody but oneself for `reply-all`, the list for
 * `reply-list`. To a message of one's own, the answer goes where that went. Null where the list cannot be written to.
 */
export function replyRecipients(
  parent: Parent,
  kind: DraftKind,
  own: ReadonlySet<string>,
  read: ReadField,
): Recipients | null {
  if (kind === 'forward' || kind === 'new') return { to: [], cc: [], bcc: [] }
  if (kind === 'reply-list') {
    const list = listAddress(parent, read)
    return list && { to: [list], cc: [], bcc: [] }
  }
  const isOwn = ({ address }: { address: string }) => own.has(address.toLowerCase())
  const author = addresses(firstOf(parent.replyTo, parent.from, parent.sender))
  const ours = author.length > 0 && author.every(isOwn)
  const answered = ours ? addresses(parent.to) : author
  if (kind === 'reply') return { to: unique(answered), cc: [], bcc: [] }

  const everybody = followUpTo(parent, read)
  if (everybody && !ours)
    return { to: orAuthor(unique(everybody.filter((one) => !isOwn(one))), answered), cc: [], bcc: [] }
  const to = unique([...answered, ...addresses(parent.to)].filter((one) => !isOwn(one)))
  const known = new Set(to.map(keyOf))
  const cc = unique(addresses(parent.cc)).filter((one) => !isOwn(one) && !known.has(keyOf(one)))
  return { to: to.length === 0 && cc.length === 0 ? unique(answered) : to, cc, bcc: [] }
}

/** The address that posts to the list a message came from (RFC 2369); `NO` where nobody may. */
function listAddress({ headers }: Pick<Parent, 'headers'>, read: ReadField): Address | null {
  const found = /<\s*mailto:([^<>?]+)/i.exec(fieldOf(headers, 'list-post') ?? '')
  if (!found) return null
  try {
    const [list] = addresses(read(decodeURIComponent(found[1]!)))
    return list ?? null
  } catch {
    return null
  }
}

/** Where a writer on a list asked all answers to go. */
function followUpTo({ headers }: Parent, read: ReadField): Address[] | null {
  const value = fieldOf(headers, 'mail-followup-to')
  const found = value === undefined ? [] : addresses(read(value))
  return found.length > 0 ? found : null
}

function orAuthor(found: Address[], author: Address[]): Address[] {
  return found.length > 0 ? found : unique(author)
}

function fieldOf(headers: Parent['headers'], wanted: string): string | undefined {
  return headers.find(({ name }) => name.toLowerCase() === wanted)?.value
}

const firstOf = (...lists: Address[][]) => lists.find((list) => list.some(({ address }) => address.includes('@'))) ?? []

/** What a header of ours may carry of theirs. */
function addresses(found: Address[]): Address[] {
  return found
    .map(({ name, address }) => ({ name: plain(name).slice(0, 500), address: plain(address).trim() }))
    .filter(({ address }) => address.includes('@') && address.length <= 320)
    .slice(0, MOST)
}

const MOST = 450

const plain = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
const keyOf = ({ address }: Address) => address.toLowerCase()

function unique(list: Address[]): Address[] {
  return [...Map.groupBy(list, keyOf).values()].map(([first]) => first!)
}
