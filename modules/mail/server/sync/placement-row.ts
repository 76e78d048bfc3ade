import type { PlacementRow } from '../database.ts'
import { toFlagBits } from './flag-bits.ts'
import type { RemoteFlags } from './remote-store.ts'

/** What a server says of a message in a mailbox, as its row keeps it. */
export function placementState({
  flags,
  labels,
  modseq,
}: RemoteFlags): Pick<PlacementRow, 'flags' | 'keywords' | 'labels' | 'modseq'> {
  const { bits, keywords } = toFlagBits(flags)
  return { flags: bits, keywords: JSON.stringify(keywords), labels: labels && JSON.stringify(labels), modseq }
}
