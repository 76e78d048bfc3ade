import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { contentTypeOf } from './content-types.ts'
import { compress, type Encoding } from './encodings.ts'

/** One file of the web app in one encoding, ready to send. */
export interface WebFile {
  bytes: Uint8Array
  type: string
  encoding: Encoding
  /** Depends on the encoding where there is one. */
  varies: boolean
  /** A strong validator of these very bytes. */
  etag: string
}

const KEPT_BYTES = 8 * 1024 * 1024
/** Below this, compression saves less than a packet. */
const WORTH_BYTES = 1024

/** The built web app. Only the files that were found in its folder can be named, so no path leads out of it. */
export class WebFolder {
  readonly #folder: string
  #files: Map<string, string> = new Map()
  #builtAt = 0
  readonly #kept = new Map<string, Promise<WebFile>>()
  #keptBytes = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Whether there is a build; a newer one than the last look is taken over. */
  async refresh(): Promise<boolean> {
    const index = await stat(join(this.#folder, 'index.html')).catch(() => null)
    if (!index) return false
    if (index.mtimeMs === this.#builtAt) return true
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true })
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    this.#files = new Map(paths.map((path) => [`/${path.slice(this.#folder.length + 1).replaceAll(sep, '/')}`, path]))
    this.#builtAt = index.mtimeMs
    this.#kept.clear()
    this.#keptBytes = 0
    return true
  }

  has(name: string): boolean {
    return this.#files.has(name)
  }

  /** A file by its URL path, compressed once and kept while there is room; null when there is none. */
  async read(name: string, wanted: Encoding): Promise<WebFile | null> {
    const path = this.#files.get(name)
    if (path === undefined) return null
    return this.#find(name, path, wanted).catch((cause: { code?: unknown }) => {
      // A new build has replaced it since the last look.
      if (cause.code === 'ENOENT') return null
      throw cause
    })
  }

  #find(name: string, path: string, wanted: Encoding): Promise<WebFile> {
    const { compressible } = contentTypeOf(name)
    const encoding = compressible ? wanted : 'identity'
    const key = `${encoding} ${name}`
    const kept = this.#kept.get(key)
    if (kept) return kept

    const loading = this.#load(name, path, encoding)
    // What is large and sent as it is comes from the system's file cache just as well.
    if (compressible) this.#keep(key, loading)
    return loading
  }

  async #load(name: string, path: string, encoding: Encoding): Promise<WebFile> {
    const { type, compressible } = contentTypeOf(name)
    const plain = await readFile(path)
    const used = plain.length < WORTH_BYTES ? 'identity' : encoding
    const bytes = await compress(plain, used)
    const hash = createHash('sha256').update(plain).digest('hex').slice(0, 16)
    return {
      bytes,
      type,
      encoding: used,
      varies: compressible,
      etag: `"${hash}${used === 'identity' ? '' : `-${used}`}"`,
    }
  }

  #keep(key: string, loading: Promise<WebFile>): void {
    this.#kept.set(key, loading)
    loading.then(
      ({ bytes }) => {
        this.#keptBytes += bytes.length
        if (this.#keptBytes <= KEPT_BYTES) return
        this.#kept.clear()
        this.#keptBytes = 0
      },
      // Whoever asked gets the error; the next one tries again.
      () => this.#kept.delete(key),
    )
  }
}
