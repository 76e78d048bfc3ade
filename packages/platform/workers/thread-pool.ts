import { Worker } from 'node:worker_threads'
import type { Logger, WorkerPool } from '#kernel/ports.ts'
import { nicenessRefused, workerDied } from '../log/events.ts'
import { unpackError, type ThreadData, type ThreadMessage } from './thread-protocol.ts'
import { WorkerError } from './worker-error.ts'

const IDLE_MILLISECONDS = 10_000

export interface ThreadPoolOptions {
  /** Threads at most. */
  size: number
  /** 0 to 19: how readily a thread gives way (Linux only). */
  niceness: number
  idleMilliseconds?: number
  log?: Logger | undefined
}

interface Waiting<Task, Answer> {
  task: Task
  transfer: ArrayBuffer[]
  resolve(answer: Answer): void
  reject(cause: unknown): void
}

interface Thread<Task, Answer> {
  worker: Worker
  current: Waiting<Task, Answer> | undefined
  idleTimer: ReturnType<typeof setTimeout> | undefined
}

/** One task at a time a thread, first come first served. */
export class ThreadPool<Task, Answer> implements WorkerPool<Task, Answer> {
  readonly #script: URL
  readonly #options: ThreadPoolOptions
  readonly #threads = new Set<Thread<Task, Answer>>()
  /** The last one freed is used first, so that the others grow idle and end. */
  readonly #free: Thread<Task, Answer>[] = []
  readonly #queue: Waiting<Task, Answer>[] = []
  #closed = false

  constructor(script: URL, options: ThreadPoolOptions) {
    this.#script = script
    this.#options = options
  }

  run(task: Task, transfer: ArrayBuffer[] = []): Promise<Answer> {
    if (this.#closed) return Promise.reject(new WorkerError('worker-closed', 'The pool is closed'))
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, transfer, resolve, reject })
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const closed = new WorkerError('worker-closed', 'The pool was closed before the task was done')
    for (const waiting of this.#queue.splice(0)) waiting.reject(closed)
    await Promise.all([...this.#threads].map((thread) => this.#end(thread, closed)))
  }

  #next(): void {
    while (this.#queue.length > 0) {
      const thread = this.#free.pop() ?? (this.#threads.size < this.#options.size ? this.#start() : undefined)
      if (!thread) return
      this.#give(thread, this.#queue.shift()!)
    }
  }

  #give(thread: Thread<Task, Answer>, waiting: Waiting<Task, Answer>): void {
    clearTimeout(thread.idleTimer)
    thread.current = waiting
    // Somebody waits for the answer: the process must not end before it.
    thread.worker.ref()
    try {
      thread.worker.postMessage(waiting.task, waiting.transfer)
    } catch (cause) {
      this.#release(thread)
      waiting.reject(cause)
    }
  }

  #start(): Thread<Task, Answer> {
    const workerData: ThreadData = { niceness: this.#options.niceness, script: this.#script.href }
    const thread: Thread<Task, Answer> = {
      worker: new Worker(new URL('./thread-main.ts', import.meta.url), { workerData }),
      current: undefined,
      idleTimer: undefined,
    }
    thread.worker.on('message', (message: ThreadMessage<Answer>) => this.#hear(thread, message))
    thread.worker.on('error', (cause) =>
      this.#bury(thread, new WorkerError('worker-died', 'A worker thread failed', { cause })),
    )
    thread.worker.on('exit', (code) =>
      this.#bury(thread, new WorkerError('worker-died', `A worker thread exited with ${code}`)),
    )
    this.#threads.add(thread)
    return thread
  }

  #hear(thread: Thread<Task, Answer>, message: ThreadMessage<Answer>): void {
    if (message.kind === 'niceness-refused') {
      if (this.#options.log) nicenessRefused(this.#options.log, message.reason)
      return
    }
    const waiting = thread.current
    this.#release(thread)
    if (message.kind === 'answer') waiting?.resolve(message.answer)
    else waiting?.reject(unpackError(message.error))
    this.#next()
  }

  #release(thread: Thread<Task, Answer>): void {
    thread.current = undefined
    if (!this.#threads.has(thread)) return
    this.#free.push(thread)
    thread.worker.unref()
    thread.idleTimer = setTimeout(() => void this.#end(thread), this.#options.idleMilliseconds ?? IDLE_MILLISECONDS)
    thread.idleTimer.unref()
  }

  /** A thread is dead: its task fails, and the next task starts another. */
  #bury(thread: Thread<Task, Answer>, cause: WorkerError): void {
    if (!this.#threads.has(thread)) return
    this.#forget(thread)
    if (this.#options.log) workerDied(this.#options.log, this.#script, cause)
    thread.current?.reject(cause)
    this.#next()
  }

  async #end(thread: Thread<Task, Answer>, cause?: WorkerError): Promise<void> {
    this.#forget(thread)
    thread.current?.reject(cause)
    await thread.worker.terminate()
  }

  #forget(thread: Thread<Task, Answer>): void {
    clearTimeout(thread.idleTimer)
    this.#threads.delete(thread)
    const at = this.#free.indexOf(thread)
    if (at >= 0) this.#free.splice(at, 1)
  }
}
