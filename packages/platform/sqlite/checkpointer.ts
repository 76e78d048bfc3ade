import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

const COPY_AT_BYTES = 8 * 1024 * 1024
const ALARM_AT_BYTES = 512 * 1024 * 1024
const LOOK_MILLISECONDS = 500
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
  #alarmed = false
  #closed = false

  constructor(options: CheckpointerOptions) {
    this.#options = options
  }

  /** After a commit; looks at the log's size at most twice a second. */
  note(): void {
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
    if (bytes < COPY_AT_BYTES || this.#running) return
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
