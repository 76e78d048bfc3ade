import { open } from 'node:fs/promises'

const CHUNK_BYTES = 1024 * 1024

/** Reads a file from its start in chunks of 1 MiB and says how far it is. Each chunk is a buffer of its own. */
export function readChunks(path: string): AsyncIterable<Uint8Array> & { bytesRead(): number } {
  let read = 0
  return {
    bytesRead: () => read,
    async *[Symbol.asyncIterator]() {
      const handle = await open(path, 'r')
      read = 0
      try {
        for (;;) {
          const chunk = new Uint8Array(CHUNK_BYTES)
          const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES, read)
          if (bytesRead === 0) return
          read += bytesRead
          yield bytesRead === CHUNK_BYTES ? chunk : chunk.subarray(0, bytesRead)
        }
      } finally {
        await handle.close()
      }
    },
  }
}
