import type { CommandContext } from '#kernel/context.ts'
import { labelChanged, messageAdded, messageChanged } from '../../contract.ts'
import type { MailTables, MessageRow } from '../database.ts'
import { joinThreads } from '../threading/join-threads.ts'
import { growThreads } from './grow-threads.ts'
import { insertMessages, type NewMessage, type Origin } from './insert-messages.ts'
import { labelMessages } from './label-messages.ts'
import { moveMerged } from './move-merged.ts'
import { SqlThreadStore } from './sql-thread-store.ts'

type Storing = Pick<CommandContext<MailTables>, 'db' | 'emit' | 'holdBlob'>

/** Stores messages that are not here yet, with threads, labels, files and events, whether an import or a sync brought them. */
export async function storeNew(
  { db, emit, holdBlob }: Storing,
  fresh: NewMessage[],
  origin: Origin & { importLabel: string | null },
): Promise<MessageRow[]> {
  const threads = new SqlThreadStore(db, origin.ownerId)
  const threadIds = await joinThreads(
    threads,
    fresh.map(({ message }) => ({ messageId: message.messageId, linked: message.linked })),
  )
  const moved = await moveMerged(db, threads.merged)
  const rows = await insertMessages(db, fresh, threadIds, origin)
  const labels = await labelMessages(db, fresh, rows, origin)
  await growThreads(db, origin.ownerId, rows, threads.merged)

  for (const [n, { blob }] of fresh.entries()) {
    if (blob) await holdBlob(blob, { kind: 'mail.message', id: rows[n]!.id })
  }
  for (const id of labels) emit(labelChanged, { id })
  for (const { id } of rows) emit(messageAdded, { id, importId: origin.importId })
  for (const id of moved) emit(messageChanged, { id })
  return rows
}
