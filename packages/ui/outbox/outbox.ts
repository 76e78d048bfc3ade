import { uuidv7 } from '#base/ids.ts'
import { ProblemError } from '#client/problem-error.ts'
import { firstReady, type Refusal, type Waiting } from './waiting.ts'

/** What an outbox stands on. */
export interface OutboxPorts<Change> {
  /** Where the changes lie; written means that a crash loses nothing. */
  store: {
    get: (place: string) => Promise<Waiting<Change> | undefined>
    put: (place: string, waiting: Waiting<Change>) => Promise<boolean>
    remove: (place: string) => Promise<void>
    all: () => Promise<[place: string, waiting: Waiting<Change>][]>
  }
  /** Does some work while no other window does the same. */
  alone: (work: () => Promise<void>) => Promise<void>
  /** Makes a change; throws what the server answers instead. */
  send: (change: Change, waiting: Waiting<Change>) => Promise<void>
  now: () => number
  /** Says that the changes are others now. */
  tell: () => void
}

/** What is new about a change; place, key and time come by themselves. */
export type NewChange<Change> = Pick<Waiting<Change>, 'label' | 'change'> &
  Partial<Pick<Waiting<Change>, 'subject' | 'makes' | 'key' | 'place'>>

/** Changes that were made while Daybook could not be reached, sent in their order, each once. */
export class Outbox<Change> {
  readonly #ports: OutboxPorts<Change>
  #running: Promise<void> | undefined
  #again = false

  constructor(ports: OutboxPorts<Change>) {
    this.#ports = ports
  }

  /** Lets a change wait; null where the browser keeps nothing. */
  async add(wanted: NewChange<Change>): Promise<Waiting<Change> | null> {
    const { label, change, subject = null, makes = false, key = crypto.randomUUID(), place = uuidv7() } = wanted
    const waiting = { place, key, at: this.#ports.now(), label, subject, makes, change, refused: null }
    const kept = await this.#ports.store.put(place, waiting)
    this.#ports.tell()
    return kept ? waiting : null
  }

  /** Every change that waits or was refused, the oldest first. */
  async all(): Promise<Waiting<Change>[]> {
    const all = await this.#ports.store.all()
    return all.map(([, waiting]) => waiting).sort((a, b) => (a.place < b.place ? -1 : 1))
  }

  /** Whether a change of a record waits, so that another has to come after it. */
  async holds(subject: string): Promise<boolean> {
    return (await this.all()).some((each) => each.subject === subject && (!each.refused || each.makes))
  }

  async drop(place: string): Promise<void> {
    await this.#ports.store.remove(place)
    this.#ports.tell()
  }

  /** Lets a change that was refused, or another in its place, be tried again. */
  async retry(waiting: Waiting<Change>): Promise<void> {
    if (!(await this.#ports.store.get(waiting.place))) return
    await this.#ports.store.put(waiting.place, { ...waiting, refused: null })
    this.#ports.tell()
  }

  /** Sends what waits until nothing is left that can go, or nobody answers. */
  run(): Promise<void> {
    this.#again = true
    this.#running ??= this.#runOn()
    return this.#running
  }

  async #runOn(): Promise<void> {
    try {
      // What comes while the last one is on its way goes too.
      while (this.#again) {
        this.#again = false
        await this.#ports.alone(() => this.#sendAll())
      }
    } finally {
      this.#running = undefined
    }
  }

  async #sendAll(): Promise<void> {
    // Each is read anew: another window, or the person, may have been at it.
    for (let next = firstReady(await this.all()); next; next = firstReady(await this.all()))
      if (!(await this.#sendOne(next))) return
  }

  /** False where the rest waits too. */
  async #sendOne(waiting: Waiting<Change>): Promise<boolean> {
    const { store, send, tell } = this.#ports
    const { place } = waiting
    try {
      await send(waiting.change, waiting)
      await store.remove(place)
    } catch (error) {
      if (isLater(error)) return false
      if (await store.get(place)) await store.put(place, { ...waiting, refused: toRefusal(error) })
    }
    tell()
    return true
  }
}

/** Whether trying again later may help: nobody answered, or not for now, or nobody is signed in. */
export function isLater(error: unknown): boolean {
  return error instanceof ProblemError && (error.problem.retryable || error.code === 'not-signed-in')
}

function toRefusal(error: unknown): Refusal {
  if (!(error instanceof ProblemError)) return { code: 'broken', detail: String(error), remedy: null }
  const { code, detail, remedy = null } = error.problem
  return { code, detail, remedy }
}
