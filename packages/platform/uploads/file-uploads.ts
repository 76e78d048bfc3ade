import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { isUuid } from '#base/ids.ts'
import { UploadTooLarge, type UploadFiles } from '#kernel/ports.ts'
import { toDiskFailure } from '../files/disk-failure.ts'
import { discardFile, finishFile, PRIVATE_FILE, PRIVATE_FOLDER, writeAll } from '../files/durable-file.ts'
import { readChunks } from './read-chunks.ts'

/**
 * Uploads as files `<id>` in a folder, none larger than the bytes given here. What an earlier process left
 * half-received is removed.
 */
export function openFileUploads(folder: string, mostBytes = Number.MAX_SAFE_INTEGER): UploadFiles {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER })
  for (const name of readdirSync(folder)) {
    if (name.endsWith(PARTIAL)) rmSync(join(folder, name), { force: true })
  }
  return new FileUploads(folder, mostBytes)
}

const PARTIAL = '.part'
/** Synced in steps, so that the last sync of a large file does not hold up everybody's commits. */
const SYNC_EVERY_BYTES = 32 * 1024 * 1024

class FileUploads implements UploadFiles {
  readonly #folder: string
  readonly #mostBytes: number

  constructor(folder: string, mostBytes: number) {
    this.#folder = folder
    this.#mostBytes = mostBytes
  }

  async store(id: string, body: AsyncIterable<Uint8Array>, limit: number): Promise<{ size: number; sha256: string }> {
    const path = this.#pathOf(id)
    const temporary = path + PARTIAL
    try {
      const handle = await open(temporary, 'wx', PRIVATE_FILE)
      try {
        const received = await receive(handle, body, Math.min(limit, this.#mostBytes))
        await finishFile(handle, temporary, path)
        return received
      } catch (cause) {
        await discardFile(handle, temporary)
        throw cause
      }
    } catch (cause) {
      throw toDiskFailure(cause)
    }
  }

  open(id: string): AsyncIterable<Uint8Array> & { bytesRead(): number } {
    return readChunks(this.#pathOf(id))
  }

  async delete(id: string): Promise<void> {
    await rm(this.#pathOf(id), { force: true })
  }

  #pathOf(id: string): string {
    // The id becomes a file's name, so it may be nothing but an id.
    if (!isUuid(id)) throw new TypeError(`Not an upload's id: ${JSON.stringify(id)}`)
    return join(this.#folder, id)
  }
}

/** The next chunk is asked for when this one is written, so that a fast sender waits for the disk. */
async function receive(
  handle: FileHandle,
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  let unsynced = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > limit) throw new UploadTooLarge(`More than ${limit} bytes`)
    hash.update(chunk)
    await writeAll(handle, chunk)
    unsynced += chunk.length
    if (unsynced < SYNC_EVERY_BYTES) continue
    unsynced = 0
    await handle.datasync()
  }
  return { size, sha256: hash.digest('hex') }
}
