import pg, { type ClientConfig } from 'pg'

const AGAIN_MILLISECONDS = 1000

/** Hears what any process on the database announces (LISTEN), over a connection of its own that comes back when it is lost. */
export class Notices {
  readonly #config: ClientConfig
  readonly #channel: string
  readonly #listeners = new Set<() => void>()
  #client: pg.Client | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #opening: Promise<void> | null = null
  #closed = false

  constructor(config: ClientConfig, channel: string) {
    this.#config = config
    this.#channel = channel
  }

  /** Calls a listener at each notice, until the returned function is called. */
  add(listener: () => void): () => void {
    this.#listeners.add(listener)
    if (!this.#opening && !this.#closed) this.#opening = this.#open()
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#opening
    await this.#client?.end().catch(() => undefined)
  }

  async #open(): Promise<void> {
    const client = new pg.Client(this.#config)
    client.on('notification', () => this.#tell())
    client.on('error', () => this.#lost(client))
    client.on('end', () => this.#lost(client))
    this.#client = client
    try {
      await client.connect()
      await client.query(`LISTEN ${this.#channel}`)
      // What was announced while nobody listened is not announced again.
      this.#tell()
    } catch {
      this.#lost(client)
    }
  }

  #lost(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return
    this.#client = null
    void client.end().catch(() => undefined)
    this.#timer = setTimeout(() => {
      this.#opening = this.#open()
    }, AGAIN_MILLISECONDS)
    this.#timer.unref()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
