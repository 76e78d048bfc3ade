import { uuidv7 } from '#base/ids.ts'
import { prepared, slot } from '#kernel/database/prepared.ts'
import { excluded } from '#kernel/database/raw.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'
import type { ThreadStore } from '../threading/join-threads.ts'
import { paddedChunks, slotsOf } from './rows.ts'

/** Threads in the tables of mail, of one owner. Remembers which threads were merged, for the messages already stored. */
export class SqlThreadStore implements ThreadStore {
  readonly merged = new Map<string, string>()
  readonly #db: WriteDatabase<MailTables>
  readonly #ownerId: string

  constructor(db: WriteDatabase<MailTables>, ownerId: string) {
    this.#db = db
    this.#ownerId = ownerId
  }

  newThread(): string {
    return uuidv7()
  }

  async threadsOf(messageIds: string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>()
    for (const ids of paddedChunks(messageIds)) {
      const rows = await this.#db
        .selectFrom('mail_reference')
        .select(['message_id', 'thread_id'])
        .where('owner_id', '=', this.#ownerId)
        .where('message_id', 'in', ids)
        .execute()
      for (const row of rows) found.set(row.message_id, row.thread_id)
    }
    return found
  }

  async assign(ids: { messageId: string; threadId: string }[]): Promise<void> {
    for (const { messageId, threadId } of ids) {
      const row = { owner_id: this.#ownerId, message_id: messageId, thread_id: threadId }
      await prepared(this.#db, 'assign thread', () => this.#assignment(row), row)
    }
  }

  async merge(into: string, from: string[]): Promise<void> {
    for (const thread of from) {
      this.merged.set(thread, into)
      await prepared(this.#db, 'merge thread', () => this.#mergeOf(), { thread, into })
    }
  }

  #assignment(row: MailTables['mail_reference']) {
    return this.#db
      .insertInto('mail_reference')
      .values(slotsOf(row) as never)
      .onConflict((conflict) =>
        conflict
          .columns(['workspace_id' as never, 'owner_id', 'message_id'])
          .doUpdateSet({ thread_id: excluded('thread_id') }),
      )
  }

  #mergeOf() {
    return this.#db
      .updateTable('mail_reference')
      .set({ thread_id: slot('into') })
      .where('thread_id', '=', slot('thread'))
  }
}
