import type { Place } from '../../contract.ts'
import { FlagBit } from '../sync/flag-bits.ts'
import type { KnownMailbox, KnownPlacement } from './push-work.ts'

/** How a message stands on a server; null where it lies in none of its mailboxes. */
export interface ServerState {
  seen: boolean
  starred: boolean
  answered: boolean
  place: Place
}

/** Of several copies, the one nearest to the inbox says where the message is. */
const NEAREST: readonly Place[] = ['inbox', 'drafts', 'sent', 'archive', 'junk', 'trash']

/** What a server says of a message as a whole: read, starred or answered where one copy is. */
export function serverState(
  placements: readonly KnownPlacement[],
  mailboxes: readonly KnownMailbox[],
): ServerState | null {
  if (placements.length === 0) return null
  const places = new Set(placements.map((at) => placeOf(at, mailboxes)))
  return {
    seen: placements.some(({ flags }) => (flags & FlagBit.seen) !== 0),
    starred: placements.some(({ flags }) => (flags & FlagBit.flagged) !== 0),
    answered: placements.some(({ flags }) => (flags & FlagBit.answered) !== 0),
    place: NEAREST.find((place) => places.has(place))!,
  }
}

function placeOf(at: KnownPlacement, mailboxes: readonly KnownMailbox[]): Place {
  const role = mailboxes.find(({ id }) => id === at.mailboxId)?.role ?? null
  // There a message is nowhere else, whatever it bears.
  if (role === 'junk' || role === 'trash') return role
  const bears = (name: string) => at.labels?.some((label) => label.toLowerCase() === name) ?? false
  if (bears('\\inbox')) return 'inbox'
  if (role === 'all' && bears('\\draft')) return 'drafts'
  if (role === 'all' && bears('\\sent')) return 'sent'
  return role === null || role === 'all' ? 'archive' : role
}
