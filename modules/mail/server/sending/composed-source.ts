import type { JobContext } from '#kernel/context.ts'
import type { Envelope, FrozenContent, OutgoingRow } from '../drafts/tables.ts'
import { throughFileGate } from '../store/file-gate.ts'
import { compose } from './compose.ts'
import { noteComposed } from './internal.ts'

/** The source of a message and the file it lies in; made at the first try, the same bytes at each further one. */
export async function composedSource(
  { call, ports }: JobContext<unknown>,
  row: OutgoingRow,
): Promise<{ blob: string; bytes: Uint8Array }> {
  if (row.source !== null) {
    const bytes = await ports.blobs.get(row.source)
    if (bytes) return { blob: row.source, bytes }
  }
  const { id, message_id: messageId, subject } = row
  const envelope = JSON.parse(row.envelope) as Envelope
  const bytes = await compose(
    { messageId, subject, envelope, content: JSON.parse(row.content!) as FrozenContent },
    ports.blobs,
  )
  const blob = await throughFileGate(ports.blobs, async () => {
    const hash = await ports.blobs.put(bytes)
    await call(noteComposed, { id, blob: hash })
    return hash
  })
  return { blob, bytes }
}
