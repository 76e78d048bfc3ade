import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

/**
 * While a log is copied, commits wait for the same disk and processor: somebody at work is held up by a little often, and
 * not by much now and then. Bulk work writes the same pages again and again, and waits for nobody.
 */
const COPY_AT_PAGES = 512
const COPY_BULK_AT_PAGES = 4096
const ALARM_AT_BYTES = 512 * 1024 * 1024
const LOOK_MILLISECONDS = 100
const IDLE_MILLISECONDS = 10_000

export interface CheckpointerOptions {
  path: string
  /** Called when nearly all is copied: the writer copies the rest, so that the log can begin anew. */
  onCopied(): void
  /** Called once when the log has grown past 512 MiB: something holds an old snapshot open. */
  onAlarm(bytes: number): void
}

/** Copies the write-ahead log back into the database on a thread of its own, so that no commit waits for it. */
export class Checkpointer {
  readonly #options: CheckpointerOptions
  #timer: ReturnType<typeof setTimeout> | undefined
  #worker: Worker | undefined
  #idleTimer: ReturnType<typeof setTimeout> | undefined
  #running = false
  #due = false
  #alarmed = false
  #closed = false

  constructor(options: CheckpointerOptions) {
    this.#options = options
  }

  /** After a commit that left so many pages of the log to copy; begins ten times a second at most. */
  note(pages: number, bulk: boolean): void {
    if (pages >= (bulk ? COPY_BULK_AT_PAGES : COPY_AT_PAGES)) this.#due = true
    if (this.#timer || this.#closed) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#look()
    }, LOOK_MILLISECONDS)
    this.#timer.unref()
  }

  /** The log's size in bytes. */
  logBytes(): number {
    return statSync(`${this.#options.path}-wal`, { throwIfNoEntry: false })?.size ?? 0
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    clearTimeout(this.#idleTimer)
    await this.#worker?.terminate()
  }

  #look(): void {
    const bytes = this.logBytes()
    if (bytes > ALARM_AT_BYTES && !this.#alarmed) {
      this.#alarmed = true
      this.#options.onAlarm(bytes)
    }
    if (bytes < ALARM_AT_BYTES) this.#alarmed = false
    if (!this.#due || this.#running) return
    this.#due = false
    this.#running = true
    clearTimeout(this.#idleTimer)
    this.#worker ??= this.#open()
    this.#worker.postMessage(this.#options.path)
  }

  #open(): Worker {
    const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url))
    worker.unref()
    worker.on('message', () => {
      this.#running = false
      if (!this.#closed) this.#options.onCopied()
      this.#idleTimer = setTimeout(() => {
        this.#worker = undefined
        void worker.terminate()
      }, IDLE_MILLISECONDS)
      this.#idleTimer.unref()
    })
    worker.on('error', () => {
      // The next commit tries again with a new thread; until then the log only grows.
      this.#running = false
      this.#worker = undefined
    })
    return worker
  }
}
