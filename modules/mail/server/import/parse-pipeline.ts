import type { JobContext } from '#kernel/context.ts'
import type { WorkerPool } from '#kernel/ports.ts'
import { throughFileGate } from '../store/file-gate.ts'
import type { PreparedMessage } from './prepared-message.ts'
import type { PrepareTask } from './prepare-worker.ts'

/** Messages and bytes a batch: enough to share a commit, few enough that nobody else waits long. */
const BATCH = { messages: 32, bytes: 1_000_000 }
/** While nobody uses Daybook, larger ones: fewer commits. */
const QUIET_BATCH = { messages: 320, bytes: 4_000_000 }
/** So few are parsed here: a thread takes longer to start than they do. */
const FEW = { messages: 4, bytes: 256_000 }
/** Batches on their way at once: one is parsed while the next is read. It bounds the memory. */
const IN_FLIGHT = 2
/** Storing takes longer than parsing: a second thread makes nothing faster and takes 80 MB. */
const THREADS = 1
/** Parsing gives way to whoever uses Daybook meanwhile. */
const NICENESS = 10

/** What goes in: a source, or none where it could not be had. */
export interface Sourced {
  source: Uint8Array | null
  /** When it was received, in epoch milliseconds. */
  receivedAt: number | null
}

/** What comes out: the item with its message, and the file of a large source. */
export interface Parsed<Item> {
  item: Item
  message: PreparedMessage | null
  /** SHA-256 of the file that holds a large source. */
  blob: string | null
}

type Surroundings = Pick<JobContext<unknown>, 'ports' | 'isQuiet' | 'signal'>

/** Messages on their way into the store: taken here, parsed on threads, handed on in batches in the order they came. */
export class ParsePipeline<Item extends Sourced> implements AsyncDisposable {
  readonly #context: Surroundings
  readonly #store: (batch: Parsed<Item>[]) => Promise<void>
  readonly #flying: Promise<Unfiled<Item>[]>[] = []
  #pool: WorkerPool<PrepareTask, PreparedMessage[]> | null = null
  #batch: Item[] = []
  #bytes = 0

  constructor(context: Surroundings, store: (batch: Parsed<Item>[]) => Promise<void>) {
    this.#context = context
    this.#store = store
  }

  async add(item: Item): Promise<void> {
    this.#batch.push(item)
    this.#bytes += item.source?.byteLength ?? 0
    const most = this.#context.isQuiet() ? QUIET_BATCH : BATCH
    if (this.#batch.length < most.messages && this.#bytes < most.bytes) return
    this.#send()
    if (this.#flying.length >= IN_FLIGHT) await this.#storeNext()
  }

  /** Stores what is still on its way. */
  async flush(): Promise<void> {
    this.#send()
    while (this.#flying.length > 0) await this.#storeNext()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#flying)
    await this.#pool?.close()
  }

  #send(): void {
    if (this.#batch.length === 0) return
    const items = this.#batch
    const bytes = this.#bytes
    this.#batch = []
    this.#bytes = 0
    const flying = this.#prepare(items, bytes)
    // Its failure is met when its turn to be stored comes.
    flying.catch(() => undefined)
    this.#flying.push(flying)
  }

  async #prepare(items: Item[], bytes: number): Promise<Unfiled<Item>[]> {
    const whole = items.flatMap(({ source, receivedAt }) => (source ? [{ source, receivedAt }] : []))
    const few = this.#pool === null && whole.length <= FEW.messages && bytes <= FEW.bytes
    const prepared = whole.length === 0 ? [] : few ? await parseHere(whole) : await this.#parse(whole)
    const messages = prepared.values()
    return items.map((item) => ({ item, message: item.source ? messages.next().value! : null }))
  }

  #parse(whole: Whole[]): Promise<PreparedMessage[]> {
    const bytes = new Uint8Array(whole.reduce((total, { source }) => total + source.byteLength, 0))
    let end = 0
    const parts = whole.map(({ source, receivedAt }) => {
      const start = end
      bytes.set(source, start)
      end += source.byteLength
      return { start, end, receivedAt }
    })
    this.#pool ??= this.#context.ports.workers.pool(new URL('./prepare-worker.ts', import.meta.url), {
      size: THREADS,
      niceness: NICENESS,
    })
    return this.#pool.run({ bytes: bytes.buffer, parts }, [bytes.buffer])
  }

  async #storeNext(): Promise<void> {
    const items = await this.#flying.shift()!
    this.#context.signal.throwIfAborted()
    if (!items.some(({ message }) => message?.large))
      return this.#store(items.map((parsed) => ({ ...parsed, blob: null })))
    await throughFileGate(this.#context.ports.blobs, async () => this.#store(await this.#withFiles(items)))
  }

  /** Large sources become files, durable before any row names them. */
  #withFiles(items: Unfiled<Item>[]): Promise<Parsed<Item>[]> {
    return Promise.all(
      items.map(async ({ item, message }) => {
        const blob = message?.large ? await this.#context.ports.blobs.put(message.large) : null
        return { item, message: message && { ...message, large: null }, blob }
      }),
    )
  }
}

/** Parsed, while its large source is not a file yet. */
type Unfiled<Item> = Omit<Parsed<Item>, 'blob'>

interface Whole {
  source: Uint8Array
  receivedAt: number | null
}

async function parseHere(whole: Whole[]): Promise<PreparedMessage[]> {
  const { prepareMessage } = await import('./prepare-message.ts')
  return whole.map(({ source, receivedAt }) => prepareMessage(source, receivedAt))
}
