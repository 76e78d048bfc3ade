import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Reads files `ab/cd/<sha256>` of a folder and names those that are gone or do not match their names. */
export async function faultyBlobs(
  folder: string,
  hashes: readonly string[],
): Promise<{ hash: string; fault: string }[]> {
  const faulty: { hash: string; fault: string }[] = []
  for (const hash of hashes) {
    const found = await hashFile(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash))
    if (found !== hash) faulty.push({ hash, fault: found === null ? 'is missing' : 'was changed' })
  }
  return faulty
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
