import { systemActor, type Actor } from './actor.ts'
import type { Identity } from './identity.ts'
import type { CallAs, Services } from './services.ts'

const MINUTE = 60_000
const GATHER_MILLISECONDS = 5_000
const MAX_KEYS = 100_000

/** Remembers which sessions and tokens are in use, and has it written in one command, off the path of requests. */
export class Presence {
  readonly #services: Services
  readonly #callAs: CallAs
  readonly #identity: Identity | undefined
  /** When each was last noted. */
  readonly #noted = new Map<string, number>()
  #sessionIds = new Set<string>()
  #tokenIds = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<unknown> = Promise.resolve()

  constructor(services: Services, callAs: CallAs, identity: Identity | undefined) {
    this.#services = services
    this.#callAs = callAs
    this.#identity = identity
  }

  note({ sessionId, tokenId }: Actor, now: number): void {
    const id = sessionId ?? tokenId
    if (!id || now - (this.#noted.get(id) ?? 0) < MINUTE) return
    if (this.#noted.size >= MAX_KEYS) this.#noted.clear()
    this.#noted.set(id, now)
    const gathered = sessionId ? this.#sessionIds : this.#tokenIds
    gathered.add(id)
    this.#timer ??= setTimeout(() => this.#write(), GATHER_MILLISECONDS).unref()
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    this.#write()
    await this.#writing
  }

  #write(): void {
    this.#timer = undefined
    const command = this.#identity?.noteUse
    const input = { sessionIds: [...this.#sessionIds], tokenIds: [...this.#tokenIds] }
    if (!command || (input.sessionIds.length === 0 && input.tokenIds.length === 0)) return
    this.#sessionIds = new Set()
    this.#tokenIds = new Set()
    this.#writing = this.#callAs(systemActor('presence', '', null), command, input).catch((cause: unknown) =>
      this.#services.log.warn({ cause }, 'presence.not-written'),
    )
  }
}
