import { ParsePipeline, type Parsed } from '../import/parse-pipeline.ts'
import { fetchSafely } from './fetch-safely.ts'
import { storeSynced, type SyncItem } from './internal.ts'
import type { MailboxSync } from './mailbox-sync.ts'
import type { RemoteMessage } from './remote-store.ts'
import type { SyncRun } from './sync-run.ts'

/** Messages a command: few first, so that the newest are seen at once, then enough that the wire never rests. */
const PARTS = [50, 200, 1000]

/** A message, and how far the mailbox is once everything before it is stored. */
interface Item extends RemoteMessage {
  mark: number | null
}

/**
 * Fetches messages of the open mailbox, parses them on threads and stores them in batches, each with how far the
 * mailbox is by then. News of the inbox goes first.
 */
export async function pullMessages(
  run: SyncRun,
  sync: MailboxSync,
  uids: readonly number[],
  order: 'oldest-first' | 'newest-first',
): Promise<void> {
  const { context } = run
  const mailboxId = sync.row.id
  const uidValidity = sync.row.uid_validity
  run.expect(uids.length)

  const store = async (items: SyncItem[], mark: number | null) => {
    const step = { mailboxId, uidValidity, since: run.since, items }
    const far = mark === null ? {} : order === 'newest-first' ? { oldestUid: mark } : { uidNext: mark + 1 }
    const { stored, known } = await context.call(
      storeSynced,
      { ...step, ...far },
      { bulk: uids.length > 4, resumable: true },
    )
    sync.row = { ...sync.row, stored_count: sync.row.stored_count + stored + known }
    run.noteStored(items.length)
  }
  await using pipeline = new ParsePipeline<Item>(context, (batch) =>
    store(
      batch.map(toSyncItem),
      batch.reduce<number | null>((last, { item }) => item.mark ?? last, null),
    ),
  )
  let mark: number | null = null
  for (const [n, part] of [...partsOf(uids, order)].entries()) {
    try {
      for await (const message of fetchSafely(run, sync, part)) {
        await pipeline.add({ ...message, mark })
        mark = null
      }
    } catch (cause) {
      // What came is kept: some servers count what is asked of them.
      if (!context.signal.aborted) await pipeline.flush()
      throw cause
    }
    mark = order === 'newest-first' ? part[0]! : part.at(-1)!
    // The newest show at once, however slow the server is with the rest.
    if (n === 0) await pipeline.flush()
    await run.check()
    if (!run.isNews || order === 'oldest-first') continue
    await pipeline.flush()
    await run.lookAtInbox()
    await sync.open()
  }
  await pipeline.flush()
  if (mark !== null) await store([], mark)
}

/** Ascending parts, the newest of them first or last. */
function* partsOf(uids: readonly number[], order: 'oldest-first' | 'newest-first'): Generator<number[]> {
  const left = uids.toSorted((a, b) => a - b)
  for (let n = 0; left.length > 0; n++) {
    const size = PARTS[Math.min(n, PARTS.length - 1)]!
    yield order === 'newest-first' ? left.splice(-size) : left.splice(0, size)
  }
}

function toSyncItem({ item, message, blob }: Parsed<Item>): SyncItem {
  const { uid, flags, modseq, labels, remoteId, threadId, failure } = item
  return { uid, flags, modseq, labels, remoteId, threadId, failure, message, blob }
}
