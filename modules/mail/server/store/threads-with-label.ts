import type { SelectQueryBuilder } from 'kysely'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'

/** Messages of a label up to which its threads are looked up one by one; beyond, the list is walked until a page is full. */
const FEW = 400

type Threads<Row> = SelectQueryBuilder<MailTables, 'mail_thread_place', Row>

/** The threads that have a message with the label. */
export async function threadsWithLabel<Row>(
  db: ReadDatabase<MailTables>,
  threads: Threads<Row>,
  labelId: string,
): Promise<Threads<Row>> {
  if (await isSmall(db, labelId)) return threads.where('thread_id', 'in', await threadsOf(db, labelId))
  return threads.where((e) =>
    e.exists(
      e
        .selectFrom('mail_message')
        // Crossed, so that the thread's few messages lead and not the many of the label.
        .crossJoin('mail_message_label')
        .select('mail_message.id')
        .whereRef('mail_message.thread_id', '=', 'mail_thread_place.thread_id')
        .whereRef('mail_message_label.message_id', '=', 'mail_message.id')
        .where('mail_message_label.label_id', '=', labelId),
    ),
  )
}

/** Told by the index alone, without a look at the messages. */
async function isSmall(db: ReadDatabase<MailTables>, labelId: string): Promise<boolean> {
  const more = await db
    .selectFrom('mail_message_label')
    .select('message_id')
    .where('label_id', '=', labelId)
    .offset(FEW)
    .limit(1)
    .execute()
  return more.length === 0
}

async function threadsOf(db: ReadDatabase<MailTables>, labelId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('mail_message_label')
    .crossJoin('mail_message')
    .select('mail_message.thread_id')
    .where('mail_message_label.label_id', '=', labelId)
    .whereRef('mail_message.id', '=', 'mail_message_label.message_id')
    .execute()
  return [...new Set(rows.map(({ thread_id }) => thread_id))]
}
