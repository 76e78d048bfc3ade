import type { Actor } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'
import { ownerOf } from '../policy.ts'
import type { DraftAttachmentRow, DraftRow } from './tables.ts'

type Reading = ReadDatabase<MailTables>

/** A draft of whoever acts; another's is not found. */
export async function findDraft(db: Reading, actor: Actor, id: string): Promise<DraftRow | undefined> {
  return db
    .selectFrom('mail_draft')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .executeTakeFirst()
}

/** The files of a draft in the order they came. */
export async function attachmentsOf(db: Reading, draftId: string): Promise<DraftAttachmentRow[]> {
  return db.selectFrom('mail_draft_attachment').selectAll().where('draft_id', '=', draftId).orderBy('id').execute()
}
