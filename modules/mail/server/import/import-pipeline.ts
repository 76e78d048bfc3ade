import type { JobContext } from '#kernel/context.ts'
import type { WorkerPool } from '#kernel/ports.ts'
import type { ArchiveItem } from '../archive/archive-item.ts'
import { READ_TO_THE_END, storeBatch, type ImportItem } from '../internal.ts'
import { throughFileGate } from '../store/file-gate.ts'
import type { PreparedMessage } from './prepared-message.ts'
import type { PrepareTask } from './prepare-worker.ts'

/** Messages and bytes a batch: enough to share a commit, few enough that nobody else waits long. */
const BATCH = { messages: 32, bytes: 1_000_000 }
/** While nobody uses Daybook, larger ones: fewer commits. */
const QUIET_BATCH = { messages: 160, bytes: 4_000_000 }
/** Batches that are being parsed at once; what bounds the memory. */
const IN_FLIGHT = 4
const THREADS = 2
/** Parsing gives way to whoever uses Daybook meanwhile. */
const NICENESS = 10

/** Batches on their way: read here, parsed on threads, stored in the order of the archive. */
export class ImportPipeline implements AsyncDisposable {
  readonly #context: JobContext<unknown>
  readonly #importId: string
  readonly #pool: WorkerPool<PrepareTask, PreparedMessage[]>
  readonly #bytesRead: () => number
  readonly #flying: Promise<Batch<ParsedItem>>[] = []
  #batch: ArchiveItem[] = []
  #bytes = 0
  #failures: ImportItem[] = []
  seen: number

  constructor(context: JobContext<unknown>, importId: string, start: { seen: number }, bytesRead: () => number) {
    this.#context = context
    this.#importId = importId
    this.#bytesRead = bytesRead
    this.seen = start.seen
    this.#pool = context.ports.workers.pool(new URL('./prepare-worker.ts', import.meta.url), {
      size: THREADS,
      niceness: NICENESS,
    })
  }

  async add(item: ArchiveItem): Promise<void> {
    this.seen += 1
    this.#batch.push(item)
    this.#bytes += item.source.byteLength
    const most = this.#context.isQuiet() ? QUIET_BATCH : BATCH
    if (this.#batch.length < most.messages && this.#bytes < most.bytes) return
    this.#send()
    if (this.#flying.length >= IN_FLIGHT) await this.#storeNext()
  }

  /** The archive itself is damaged here. */
  addFailure(code: string, reason: string): void {
    this.#failures.push({ index: this.seen, placement: NOWHERE, message: null, blob: null, failure: { code, reason } })
    this.seen += 1
  }

  /** Stores what is still on its way, and that the archive needs no reading again: nothing in it is reported twice. */
  async finish(): Promise<void> {
    this.#send()
    while (this.#flying.length > 0) await this.#storeNext()
    await this.#store({ items: this.#failures, resumeAt: READ_TO_THE_END, bytesDone: this.#bytesRead() })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#flying)
    await this.#pool.close()
  }

  #send(): void {
    if (this.#batch.length === 0) return
    const items = this.#batch
    const bytesDone = this.#bytesRead()
    this.#batch = []
    this.#bytes = 0
    const flying = this.#prepare(items).then((prepared) => ({
      items: prepared,
      resumeAt: items.at(-1)!.offset,
      bytesDone,
    }))
    // Its failure is met when its turn to be stored comes.
    flying.catch(() => undefined)
    this.#flying.push(flying)
  }

  async #prepare(items: ArchiveItem[]): Promise<ParsedItem[]> {
    const whole = items.filter(({ failure }) => !failure)
    const prepared = whole.length > 0 ? await this.#parse(whole) : []
    const messages = prepared.values()
    return items.map(({ index, failure = null, flags, mailbox }) => {
      const placement = { seen: flags.seen, starred: flags.flagged, trashed: flags.trashed, folder: mailbox }
      return { index, placement, message: failure ? null : messages.next().value!, failure }
    })
  }

  #parse(items: ArchiveItem[]): Promise<PreparedMessage[]> {
    const bytes = new Uint8Array(items.reduce((total, { source }) => total + source.byteLength, 0))
    let end = 0
    const parts = items.map(({ source, receivedAt }) => {
      const start = end
      bytes.set(source, start)
      end += source.byteLength
      return { start, end, receivedAt }
    })
    return this.#pool.run({ bytes: bytes.buffer, parts }, [bytes.buffer])
  }

  async #storeNext(): Promise<void> {
    const { items, ...step } = await this.#flying.shift()!
    if (!items.some(({ message }) => message?.large))
      return this.#store({ ...step, items: items.map((item) => ({ ...item, blob: null })) })
    await throughFileGate(this.#context.ports.blobs, async () =>
      this.#store({ ...step, items: await this.#withFiles(items) }),
    )
  }

  /** Large sources become files, durable before any row names them. */
  #withFiles(items: ParsedItem[]): Promise<ImportItem[]> {
    return Promise.all(
      items.map(async ({ message, ...item }) => {
        const blob = message?.large ? await this.#context.ports.blobs.put(message.large) : null
        return { ...item, message: message && { ...message, large: null }, blob }
      }),
    )
  }

  async #store(batch: Batch<ImportItem>): Promise<void> {
    this.#context.signal.throwIfAborted()
    await this.#context.call(storeBatch, { importId: this.#importId, ...batch }, { bulk: true, resumable: true })
    const last = batch.items.at(-1)
    if (last) this.#context.progress(last.index + 1, null, 'messages')
  }
}

/** An item whose large source is not a file yet. */
type ParsedItem = Omit<ImportItem, 'blob'>

interface Batch<Item> {
  items: Item[]
  resumeAt: number
  bytesDone: number
}

const NOWHERE = { seen: false, starred: false, trashed: false, folder: null }
