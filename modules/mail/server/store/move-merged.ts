import { plus } from '#kernel/database/raw.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'

/** Moves the messages of threads that turned out to be one to the thread that stays; answers the messages that moved. */
export async function moveMerged(
  db: WriteDatabase<MailTables>,
  merged: ReadonlyMap<string, string>,
): Promise<string[]> {
  const moved: string[] = []
  for (const [from, into] of merged) {
    const rows = await db
      .updateTable('mail_message')
      .set({ thread_id: into, rev: plus('rev', 1) })
      .where('thread_id', '=', from)
      .returning('id')
      .execute()
    moved.push(...rows.map(({ id }) => id))
  }
  return moved
}
