import type { MailboxRole } from '../../contract/sync.ts'
import type { Place } from '../../contract.ts'
import { FlagBit } from '../sync/flag-bits.ts'
import { labelKey } from '../store/labels.ts'
import { folderKey, pathOfLabel } from './label-paths.ts'
import type { ChangeTask, KnownMailbox, KnownPlacement } from './push-work.ts'
import { serverState } from './server-state.ts'

/** Where a copy goes; `mailbox` is null where it is to be made first. */
export interface Target {
  path: string
  mailbox: KnownMailbox | null
}

/** One thing to do on a server. Doing it twice does no more than doing it once. */
export type Step =
  | { kind: 'flags'; at: KnownPlacement; add: string[]; remove: string[] }
  | { kind: 'labels'; at: KnownPlacement; add: string[]; remove: string[] }
  | { kind: 'copy'; at: KnownPlacement; to: Target }
  | { kind: 'move'; at: KnownPlacement; to: Target }
  /** Erases a copy, where its twin still is there. */
  | { kind: 'drop'; at: KnownPlacement; twin: KnownPlacement }

/** A change that no server of this kind can have, and why. */
export class CannotCarry extends Error {}

/** The steps from how a message lies on a server to how its owner wants it; none where both are alike. */
export function planSteps(task: ChangeTask, mailboxes: readonly KnownMailbox[]): Step[] {
  const placements = task.placements.filter(({ mailboxId }) => mailboxes.some(({ id }) => id === mailboxId))
  if (placements.length === 0) return []
  const lie = new Lie(mailboxes, placements)
  const flags = placements.flatMap((at) => flagStep(task, at))
  const hasLabels = placements.some(({ labels }) => labels !== null)
  return [...flags, ...(hasLabels ? labelledSteps(task, lie) : folderSteps(task, lie))]
}

/** The name a mailbox gets that is to be made for a place. */
const NAMES: Record<Place, string> = {
  inbox: 'INBOX',
  archive: 'Archive',
  sent: 'Sent',
  drafts: 'Drafts',
  junk: 'Junk',
  trash: 'Trash',
}

/** The mailbox of a place. */
export function targetOf(place: Place, mailboxes: readonly KnownMailbox[]): Target {
  const mailbox = mailboxes.find(({ role }) => role === place) ?? null
  return { path: mailbox?.path ?? NAMES[place], mailbox }
}

function flagStep({ aspects, wanted }: ChangeTask, at: KnownPlacement): Step[] {
  const sides = [
    [aspects.includes('seen'), wanted.seen, FlagBit.seen, '\\Seen'],
    [aspects.includes('starred'), wanted.starred, FlagBit.flagged, '\\Flagged'],
    [aspects.includes('answered'), wanted.answered, FlagBit.answered, '\\Answered'],
  ] as const
  const differing = sides.filter(([changed, want, bit]) => changed && want !== ((at.flags & bit) !== 0))
  if (differing.length === 0) return []
  const add = differing.filter(([, want]) => want).map(([, , , flag]) => flag)
  const remove = differing.filter(([, want]) => !want).map(([, , , flag]) => flag)
  return [{ kind: 'flags', at, add, remove }]
}

/** How a message lies among the mailboxes. */
class Lie {
  readonly mailboxes: readonly KnownMailbox[]
  readonly placements: readonly KnownPlacement[]

  constructor(mailboxes: readonly KnownMailbox[], placements: readonly KnownPlacement[]) {
    this.mailboxes = mailboxes
    this.placements = placements
  }

  mailboxOf(at: KnownPlacement): KnownMailbox {
    return this.mailboxes.find(({ id }) => id === at.mailboxId)!
  }

  roleOf(at: KnownPlacement): MailboxRole | null {
    return this.mailboxOf(at).role
  }

  /** Copies in mailboxes that are places. */
  inPlaces(): KnownPlacement[] {
    return this.placements.filter((at) => this.roleOf(at) !== null)
  }

  /** Copies in plain folders, which are labels here. */
  inFolders(): KnownPlacement[] {
    return this.placements.filter((at) => this.roleOf(at) === null)
  }

  isAway(): boolean {
    return this.placements.some((at) => isAway(this.roleOf(at)))
  }
}

const isAway = (place: MailboxRole | null) => place === 'trash' || place === 'junk'

/** Folders: a place is a mailbox, a label is another copy. A copy is erased only where its twin is seen to be there. */
function folderSteps(task: ChangeTask, lie: Lie): Step[] {
  const { aspects, wanted } = task
  const removed = aspects.includes('labels') && !isAway(wanted.place) ? wanted.removed : []
  const leaving = removed.flatMap((label) => inLabel(label, lie))
  const moves = aspects.includes('place') ? moveSteps(wanted.place, lie, leaving) : []
  if (isAway(wanted.place)) return moves
  // Out of the trash, a message gets its folders back.
  const added = lie.isAway() && moves.length > 0 ? wanted.labels : aspects.includes('labels') ? wanted.added : []
  const copies = added.flatMap((label) => copyStep(label, lie))
  // What is copied to a folder is archived.
  const isKept = moves.length > 0 || (copies.length > 0 && wanted.place === 'archive')
  return [...copies, ...moves, ...removed.flatMap((label) => unlabelSteps(label, wanted.place, lie, isKept))]
}

function moveSteps(place: Place, lie: Lie, leaving: readonly KnownPlacement[]): Step[] {
  const to = targetOf(place, lie.mailboxes)
  if (isAway(place)) return gather(lie.placements, to)
  const inPlaces = lie.inPlaces()
  if (place === 'archive' && inPlaces.some((at) => lie.roleOf(at) === 'all')) return []
  if (inPlaces.length > 0) return gather(inPlaces, to)
  // What lies in folders alone is archived, and what leaves them goes to its place by that.
  return place === 'archive' || lie.placements.every((at) => leaving.includes(at))
    ? []
    : [{ kind: 'copy', at: lie.placements[0]!, to }]
}

/** Of several copies one goes to the mailbox, or is there, and the others go. */
function gather(copies: readonly KnownPlacement[], to: Target): Step[] {
  const there = copies.filter(({ mailboxId }) => mailboxId === to.mailbox?.id)
  const leaving = copies.filter(({ mailboxId }) => mailboxId !== to.mailbox?.id)
  if (leaving.length === 0) return []
  const [twin = leaving[0]!] = there
  const drops = leaving.filter((at) => at !== twin).map((at): Step => ({ kind: 'drop', at, twin }))
  return there.length > 0 ? drops : [...drops, { kind: 'move', at: twin, to }]
}

function copyStep(label: string, lie: Lie): Step[] {
  const there = lie.mailboxes.find((mailbox) => folderKey(mailbox) === labelKey(label))
  if (there && lie.placements.some(({ mailboxId }) => mailboxId === there.id)) return []
  const path = there?.path ?? pathOfLabel(label, lie.mailboxes)
  if (path === null) throw new CannotCarry(`The server cannot have a folder called ${label}`)
  return [{ kind: 'copy', at: lie.placements[0]!, to: { path, mailbox: there ?? null } }]
}

/** Copies in the folder that a label is. */
function inLabel(label: string, lie: Lie): KnownPlacement[] {
  return lie.inFolders().filter((at) => folderKey(lie.mailboxOf(at)) === labelKey(label))
}

function unlabelSteps(label: string, place: Place, lie: Lie, isKept: boolean): Step[] {
  const labelled = inLabel(label, lie)
  const rest = lie.placements.filter((at) => !labelled.includes(at))
  const [twin] = rest
  // By the copies that are left it may be elsewhere than its owner sees it, such as in junk.
  const isSeenBy = (copies: readonly KnownPlacement[]) => serverState(copies, lie.mailboxes)?.place === place
  if (twin && (isKept || isSeenBy(rest) || !isSeenBy(lie.placements)))
    return labelled.map((at) => ({ kind: 'drop', at, twin }))
  // The last copy is never erased: it goes to its place.
  return labelled.map((at) => ({ kind: 'move', at, to: targetOf(place, lie.mailboxes) }))
}

/** A provider's labels: a message lies in one mailbox of all, and its labels say the rest. */
function labelledSteps({ aspects, wanted }: ChangeTask, lie: Lie): Step[] {
  const at = lie.placements.find((each) => lie.roleOf(each) === 'all') ?? lie.placements[0]!
  const wasAway = isAway(lie.roleOf(at))
  if (aspects.includes('place') && isAway(wanted.place)) {
    const to = targetOf(wanted.place, lie.mailboxes)
    return at.mailboxId === to.mailbox?.id ? [] : [{ kind: 'move', at, to }]
  }
  if (aspects.includes('place') && wasAway) {
    const all = lie.mailboxes.find(({ role }) => role === 'all')
    const to = wanted.place === 'inbox' || !all ? targetOf('inbox', lie.mailboxes) : { path: all.path, mailbox: all }
    return [{ kind: 'move', at, to }]
  }
  const inInbox = at.labels?.some((label) => label.toLowerCase() === '\\inbox') ?? false
  const add = aspects.includes('labels') ? [...wanted.added] : []
  const remove = aspects.includes('labels') ? [...wanted.removed] : []
  if (aspects.includes('place') && wanted.place === 'inbox' && !inInbox) add.push('\\Inbox')
  if (aspects.includes('place') && wanted.place === 'archive' && inInbox) remove.push('\\Inbox')
  return add.length + remove.length === 0 ? [] : [{ kind: 'labels', at, add, remove }]
}
