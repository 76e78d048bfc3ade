import type { CommandContext } from '#kernel/context.ts'
import { changeRefused, messageChanged } from '../../contract.ts'
import type { MailTables, MessageRow, OutboxRow } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { setFlags, touch, type Flags } from '../store/change-messages.ts'
import { labelKey } from '../store/labels.ts'
import { refreshThreads } from '../store/refresh-threads.ts'
import { aspectsOf, type MessageChange } from './change.ts'
import { mailboxesOf, placementsOf } from './read-server-side.ts'
import { serverState } from './server-state.ts'

type Context = CommandContext<MailTables>

/** Makes messages as their server has them, where it refused to have them otherwise, and tells their owner. */
export async function putBack(context: Context, connectionId: string, refused: readonly OutboxRow[]): Promise<void> {
  if (refused.length === 0) return
  const { db, actor, emit } = context
  const mailboxes = await mailboxesOf(db, connectionId)
  for (const entry of refused) {
    emit(changeRefused, { id: entry.id, messageId: entry.message_id })
    if (entry.kind !== 'change' || entry.message_id === null) continue
    const id = entry.message_id
    const row = await db.selectFrom('mail_message').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) continue
    const state = serverState((await placementsOf(db, connectionId, [id])).get(id) ?? [], mailboxes)
    const change = JSON.parse(entry.change) as MessageChange
    const aspects = new Set(aspectsOf(change)).difference(await wantedAnew(context, entry))
    const flags: Flags = {}
    if (state && aspects.has('seen')) flags.seen = state.seen
    if (state && aspects.has('starred')) flags.starred = state.starred
    if (state && aspects.has('place')) flags.place = state.place
    await setFlags(db, [id], flags)
    if (aspects.has('labels')) await putBackLabels(context, row, change)
    await touch(db, [id])
    await refreshThreads(db, ownerOf(actor), [row.thread_id])
    emit(messageChanged, { id })
  }
}

/** What its owner has changed again since then is another wish. */
async function wantedAnew({ db }: Context, entry: OutboxRow): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('mail_outbox')
    .select('change')
    .where('message_id', '=', entry.message_id)
    .where('connection_id', '=', entry.connection_id)
    .where('kind', '=', 'change')
    .where('state', 'in', ['waiting', 'sending'])
    .execute()
  return new Set(rows.flatMap(({ change }) => aspectsOf(JSON.parse(change) as MessageChange)))
}

async function putBackLabels({ db, actor }: Context, row: MessageRow, change: MessageChange): Promise<void> {
  const owner_id = ownerOf(actor)
  for (const [names, isAdded] of [
    [change.added, true],
    [change.removed, false],
  ] as const) {
    for (const name of names) {
      const label = await db
        .selectFrom('mail_label')
        .select('id')
        .where('owner_id', '=', owner_id)
        .where('name_key', '=', labelKey(name))
        .executeTakeFirst()
      if (!label) continue
      if (isAdded) {
        await db
          .deleteFrom('mail_message_label')
          .where('message_id', '=', row.id)
          .where('label_id', '=', label.id)
          .execute()
        continue
      }
      await db
        .insertInto('mail_message_label')
        .values({ message_id: row.id, label_id: label.id, owner_id, date_at: row.date_at })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  }
}
