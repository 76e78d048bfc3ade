import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Blobs } from '#kernel/ports.ts'
import { toDiskFailure } from '../files/disk-failure.ts'
import {
  discardFile,
  finishFile,
  makeFolder,
  PRIVATE_FILE,
  PRIVATE_FOLDER,
  syncFolder,
  writeAll,
} from '../files/durable-file.ts'

/** Blobs as files `ab/cd/<sha256>` below a folder. Half-written ones of an earlier process are removed. */
export function openFileBlobs(folder: string): Blobs {
  const temporaryFolder = join(folder, TEMPORARY)
  mkdirSync(temporaryFolder, { recursive: true, mode: PRIVATE_FOLDER })
  for (const name of readdirSync(temporaryFolder)) rmSync(join(temporaryFolder, name), { force: true })
  return new FileBlobs(folder, temporaryFolder)
}

const TEMPORARY = 'tmp'
const HASH = /^[0-9a-f]{64}$/
const SHARD = /^[0-9a-f]{2}$/

class FileBlobs implements Blobs {
  readonly #folder: string
  readonly #temporaryFolder: string
  /** The same bytes put twice at once are written once. */
  readonly #writing = new Map<string, Promise<void>>()

  constructor(folder: string, temporaryFolder: string) {
    this.#folder = folder
    this.#temporaryFolder = temporaryFolder
  }

  async put(bytes: Uint8Array): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex')
    let writing = this.#writing.get(hash)
    if (!writing) {
      writing = this.#write(hash, bytes).finally(() => this.#writing.delete(hash))
      this.#writing.set(hash, writing)
    }
    await writing
    return hash
  }

  async get(hash: string): Promise<Uint8Array | null> {
    if (!HASH.test(hash)) return null
    return readFile(this.#pathOf(hash)).catch(nullIfMissing)
  }

  async delete(hash: string): Promise<void> {
    if (HASH.test(hash)) await rm(this.#pathOf(hash), { force: true })
  }

  async *list(): AsyncGenerator<string> {
    for (const first of await namesIn(this.#folder, SHARD)) {
      for (const second of await namesIn(join(this.#folder, first), SHARD)) {
        yield* await namesIn(join(this.#folder, first, second), HASH)
      }
    }
  }

  async #write(hash: string, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(hash)
    const folder = this.#folderOf(hash)
    const existing = await stat(path).catch(nullIfMissing)
    // A crash may have come between the name and the folder's sync, so that is repeated; it costs little when clean.
    if (existing?.size === bytes.length) return syncFolder(folder)

    const temporary = join(this.#temporaryFolder, randomUUID())
    try {
      await makeFolder(folder)
      const handle = await open(temporary, 'wx', PRIVATE_FILE)
      try {
        await writeAll(handle, bytes)
        await finishFile(handle, temporary, path)
      } catch (cause) {
        await discardFile(handle, temporary)
        throw cause
      }
    } catch (cause) {
      throw toDiskFailure(cause)
    }
  }

  #folderOf(hash: string): string {
    return join(this.#folder, hash.slice(0, 2), hash.slice(2, 4))
  }

  #pathOf(hash: string): string {
    return join(this.#folderOf(hash), hash)
  }
}

async function namesIn(folder: string, shape: RegExp): Promise<string[]> {
  const names = (await readdir(folder).catch(nullIfMissing)) ?? []
  return names.filter((name) => shape.test(name)).sort()
}

function nullIfMissing(cause: unknown): null {
  if ((cause as { code?: unknown }).code === 'ENOENT') return null
  throw cause
}
