/** The name of the cache of one version of the app. */
const PREFIX = 'daybook-shell-'

/** The page that every address of the app is. */
export const INDEX = '/index.html'

/** Keeps the files of the app, so that it opens while its server is away. It never sees an answer of the API. */
export class ShellCache {
  readonly #name: string
  readonly #files: readonly string[]

  constructor(version: string, files: readonly string[]) {
    this.#name = PREFIX + version
    this.#files = files
  }

  /** Fetches every file; nothing counts as kept unless all is. */
  async fill(): Promise<void> {
    const cache = await caches.open(this.#name)
    // Without cookies: these files are the same for everybody.
    const requests = this.#files.map((file) => new Request(file, { cache: 'no-cache', credentials: 'omit' }))
    await cache.addAll(requests)
  }

  /** Drops what other versions kept. */
  async dropOthers(): Promise<void> {
    const names = await caches.keys()
    const others = names.filter((name) => name.startsWith(PREFIX) && name !== this.#name)
    await Promise.all(others.map((name) => caches.delete(name)))
  }

  /** Forgets everything and keeps the files anew, as for somebody who is here the first time. */
  async renew(): Promise<void> {
    await caches.delete(this.#name)
    await this.fill()
  }

  /** A file of the app: its name holds a hash of what is in it, so what is kept is right. */
  async file(request: Request): Promise<Response> {
    const cache = await caches.open(this.#name)
    const kept = await cache.match(request, { ignoreVary: true })
    if (kept) return kept
    const answer = await fetch(request)
    if (answer.ok) await cache.put(request, answer.clone())
    return answer
  }

  /** A page: from the server, and while that is away as it was kept. */
  async page(request: Request): Promise<Response> {
    try {
      return await fetch(request)
    } catch (cause) {
      const kept = await caches.match(INDEX, { cacheName: this.#name, ignoreVary: true })
      if (kept) return kept
      throw cause
    }
  }
}
