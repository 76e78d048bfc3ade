import { zstdDecompressSync } from 'node:zlib'
import type { OpenContext } from '#kernel/context.ts'
import { readSource } from '../internal.ts'

/** The canonical source of a message, out of its row or its file. Refusals are thrown. */
export async function loadSource({ callAsSystem, ports }: OpenContext<any>, id: string): Promise<{ source: Uint8Array; subject: string }> {
  const { source, blob, subject } = await callAsSystem(readSource, { id })
  if (source) return { source: zstdDecompressSync(source), subject }
  const bytes = await ports.blobs.get(blob!)
  if (!bytes) throw new Error(`The file of message ${id} is gone`)
  return { source: bytes, subject }
}
