import { ProblemError } from '#client/problem-error.ts'
import type { Letter, SavedAs } from './letter.ts'

/** `kept`: in this browser alone, and tried again; `conflict`: somebody changed the draft elsewhere. */
export type SaveState = 'new' | 'waiting' | 'saving' | 'saved' | 'kept' | 'conflict'

/** What the saver asks of the world around it. */
export interface SaverPorts {
  create: (letter: Letter, idempotencyKey: string) => Promise<SavedAs>
  update: (saved: SavedAs, letter: Letter, idempotencyKey: string) => Promise<SavedAs>
  /** Keeps what was written in the browser, at once. */
  keep: (letter: Letter, saved: SavedAs | null) => void
  /** The server has all of it. */
  forget: () => void
  changed: () => void
}

/** How long after the last key a letter is saved, and how long at most while somebody types on. */
const PAUSE_MILLISECONDS = 500
const LONGEST_MILLISECONDS = 900
const RETRY_MILLISECONDS = 3000

/** A call that saves a letter, to be made again under its key where its answer never came. */
export interface Attempt {
  letter: Letter
  saved: SavedAs | null
  key: string
}

/**
 * Carries a letter to the server, one call after the other. A call whose answer got lost is made again with the same key,
 * so that it counts once.
 */
export class LetterSaver {
  state: SaveState = 'new'
  error: ProblemError | null = null
  saved: SavedAs | null
  #letter: Letter
  #ports: SaverPorts
  #dirty = false
  #dirtySince = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | null = null
  #attempt: Attempt | null = null

  constructor(letter: Letter, saved: SavedAs | null, ports: SaverPorts) {
    this.#letter = letter
    this.saved = saved
    this.#ports = ports
    if (saved) this.state = 'saved'
  }

  get letter(): Letter {
    return this.#letter
  }

  /** Takes what is written now: kept here at once, on the server soon. */
  change(letter: Letter): void {
    this.#letter = letter
    if (!this.#dirty) this.#dirtySince = Date.now()
    this.#dirty = true
    this.#ports.keep(letter, this.saved)
    if (this.state !== 'conflict') this.#set('waiting')
    this.#schedule(Math.min(PAUSE_MILLISECONDS, Math.max(0, this.#dirtySince + LONGEST_MILLISECONDS - Date.now())))
  }

  /** Takes what stands in it without anybody having written, such as a signature: nothing to save by itself. */
  begin(letter: Letter): void {
    this.#letter = letter
  }

  /** Saves what is not saved yet and waits for it; throws where the server has not got it all. */
  async flush(): Promise<SavedAs> {
    clearTimeout(this.#timer)
    do {
      await this.#save(true)
      if (this.state === 'conflict' || this.state === 'kept') throw this.error ?? ProblemError.network(null)
    } while (this.#dirty)
    return this.saved!
  }

  /** Does something else with the draft, such as attaching a file: each makes a new revision, so they wait for each other. */
  async between(work: (saved: SavedAs) => Promise<SavedAs>): Promise<void> {
    await this.flush()
    while (this.#running) await this.#running
    const working = work(this.saved!).then((saved) => {
      this.saved = saved
    })
    this.#running = working.catch(() => undefined)
    try {
      await working
    } finally {
      this.#running = null
    }
  }

  /** The draft as it stands on the server now: a file was attached, or theirs was taken. */
  adopt(saved: SavedAs, letter?: Letter): void {
    this.saved = saved
    if (letter) {
      this.#letter = letter
      this.#dirty = false
      this.error = null
      this.#ports.forget()
      this.#set('saved')
    }
  }

  /** Goes on with what was written here, over what stands at that revision. */
  overwrite(saved: SavedAs): void {
    this.saved = saved
    this.error = null
    this.#dirty = true
    this.#set('waiting')
    this.#schedule(0)
  }

  /** Tries again now, when the server is there again. */
  wake(): void {
    if (this.state === 'kept') this.#schedule(0)
  }

  /** What another needs to go on from here: how far the server is, and the call that nobody answered. */
  handOver(): { saved: SavedAs | null; attempt: Attempt | null; unsaved: boolean } {
    return { saved: this.saved, attempt: this.#attempt, unsaved: this.#dirty || !this.saved }
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #schedule(after: number): void {
    clearTimeout(this.#timer)
    if (this.state === 'conflict') return
    this.#timer = setTimeout(() => void this.#save(), after)
  }

  async #save(evenUnchanged = false): Promise<void> {
    while (this.#running) await this.#running
    if (this.state === 'conflict' || (!this.#dirty && !(evenUnchanged && !this.saved))) return
    this.#running = this.#once()
    try {
      await this.#running
    } finally {
      this.#running = null
    }
  }

  async #once(): Promise<void> {
    this.#set('saving')
    this.#dirty = false
    try {
      // Another text needs another key, so that an unanswered call is settled first.
      const settled = this.#attempt ? await this.#call(this.#attempt) : null
      if (settled !== this.#letter) {
        this.#dirty = false
        await this.#call({ letter: this.#letter, saved: this.saved, key: crypto.randomUUID() })
      }
      this.error = null
      if (this.#dirty) return this.#schedule(PAUSE_MILLISECONDS)
      this.#ports.forget()
      this.#set('saved')
    } catch (error) {
      this.#fail(error)
    }
  }

  async #call(attempt: Attempt): Promise<Letter> {
    const { letter, saved, key } = attempt
    this.#attempt = attempt
    try {
      this.saved = saved ? await this.#ports.update(saved, letter, key) : await this.#ports.create(letter, key)
      this.#attempt = null
      return letter
    } catch (error) {
      // Only where nobody answered it is not known whether the server has it.
      if (!(error instanceof ProblemError && error.problem.kind === 'network')) this.#attempt = null
      throw error
    }
  }

  #fail(error: unknown): void {
    this.#dirty = true
    this.#ports.keep(this.#letter, this.saved)
    this.error = error instanceof ProblemError ? error : null
    if (this.error?.code === 'stale-revision') return this.#set('conflict')
    if (this.error?.code === 'draft-not-found') {
      // Thrown away elsewhere; what is still written here becomes a draft of its own.
      this.saved = null
      this.#set('kept')
      return this.#schedule(0)
    }
    this.#set('kept')
    if (!this.error || this.error.problem.retryable) this.#schedule(RETRY_MILLISECONDS)
  }

  #set(state: SaveState): void {
    this.state = state
    this.#ports.changed()
  }
}
