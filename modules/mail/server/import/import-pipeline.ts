import type { JobContext } from '#kernel/context.ts'
import type { ArchiveItem } from '../archive/archive-item.ts'
import { READ_TO_THE_END, storeBatch, type ImportItem } from '../internal.ts'
import { ParsePipeline, type Parsed } from './parse-pipeline.ts'

/** Items of an archive on their way: read here, parsed on threads, stored in the order of the archive. */
export class ImportPipeline implements AsyncDisposable {
  readonly #context: JobContext<unknown>
  readonly #importId: string
  readonly #bytesRead: () => number
  readonly #pipeline: ParsePipeline<Read>
  #failures: ImportItem[] = []
  seen: number

  constructor(context: JobContext<unknown>, importId: string, start: { seen: number }, bytesRead: () => number) {
    this.#context = context
    this.#importId = importId
    this.#bytesRead = bytesRead
    this.seen = start.seen
    this.#pipeline = new ParsePipeline<Read>(context, (batch) => this.#storeBatch(batch))
  }

  async add(item: ArchiveItem): Promise<void> {
    this.seen += 1
    const { failure, receivedAt } = item
    await this.#pipeline.add({ item, receivedAt, source: failure ? null : item.source, bytesDone: this.#bytesRead() })
  }

  /** The archive itself is damaged here. */
  addFailure(code: string, reason: string): void {
    this.#failures.push({ index: this.seen, placement: NOWHERE, message: null, blob: null, failure: { code, reason } })
    this.seen += 1
  }

  /** Stores what is still on its way, and that the archive needs no reading again: nothing in it is reported twice. */
  async finish(): Promise<void> {
    await this.#pipeline.flush()
    await this.#store(this.#failures, READ_TO_THE_END, this.#bytesRead())
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pipeline[Symbol.asyncDispose]()
  }

  #storeBatch(batch: Parsed<Read>[]): Promise<void> {
    const last = batch.at(-1)!.item
    return this.#store(batch.map(toImportItem), last.item.offset, last.bytesDone)
  }

  async #store(items: ImportItem[], resumeAt: number, bytesDone: number): Promise<void> {
    this.#context.signal.throwIfAborted()
    const step = { importId: this.#importId, items, resumeAt, bytesDone }
    await this.#context.call(storeBatch, step, { bulk: true, resumable: true })
    const last = items.at(-1)
    if (last) this.#context.progress(last.index + 1, null, 'messages')
  }
}

/** An item of an archive, and how far the archive was read by then. */
interface Read {
  item: ArchiveItem
  source: Uint8Array | null
  receivedAt: number | null
  bytesDone: number
}

function toImportItem({ item: { item }, message, blob }: Parsed<Read>): ImportItem {
  const { index, failure = null, flags, mailbox } = item
  const { seen, flagged: starred, answered, trashed } = flags
  const placement = { seen, starred, answered, trashed, folder: mailbox }
  return { index, placement, message, blob, failure }
}

const NOWHERE = { seen: false, starred: false, trashed: false, folder: null }
