import { zstdDecompressSync } from 'node:zlib'
import type { OpenContext } from '#kernel/context.ts'
import { readSource } from '../internal.ts'

/** The source of a message as it was received, out of its row or its file. Refusals are thrown. */
export async function loadSource(
  { callAsSystem, ports }: Pick<OpenContext<any>, 'callAsSystem' | 'ports'>,
  id: string,
  options: { copyToo?: boolean } = {},
): Promise<{ source: Uint8Array; subject: string; hash: string }> {
  const { source, blob, subject, hash } = await callAsSystem(readSource, { id, ...options })
  if (source) return { source: zstdDecompressSync(source), subject, hash }
  const bytes = await ports.blobs.get(blob!)
  if (!bytes) throw new Error(`The file of message ${id} is gone`)
  return { source: bytes, subject, hash }
}
