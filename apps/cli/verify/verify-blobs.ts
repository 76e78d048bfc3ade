import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Reads every referenced file of `blobs/ab/cd/<sha256>` and compares it with its name. */
export async function verifyBlobs(folder: string, hashes: readonly string[]): Promise<{ files: number; faults: string[] }> {
  const faults: string[] = []
  for (const hash of hashes) {
    const found = await hashFile(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash))
    if (found === null) faults.push(`The file ${hash} is missing`)
    else if (found !== hash) faults.push(`The file ${hash} was changed`)
  }
  return { files: hashes.length - faults.length, faults }
}

async function hashFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw cause
  }
  return hash.digest('hex')
}
