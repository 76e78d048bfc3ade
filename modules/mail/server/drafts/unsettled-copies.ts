import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'
import { COPY_PLACE } from './copy-place.ts'

/** Copies that are none any more: `moved` elsewhere by another program, or `left` over from a draft that is gone. */
export async function unsettledCopies(
  db: ReadDatabase<MailTables>,
  ownerId: string,
): Promise<{ moved: string[]; left: string[] }> {
  const moved = await db
    .selectFrom('mail_draft')
    .innerJoin('mail_message', 'mail_message.id', 'mail_draft.copy_id')
    .select('mail_message.id')
    .where('mail_draft.owner_id', '=', ownerId)
    .where('mail_draft.outgoing_id', 'is', null)
    .where('mail_message.place', '!=', COPY_PLACE)
    .execute()
  const copies = await db
    .selectFrom('mail_message')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('place', '=', COPY_PLACE)
    .execute()
  if (copies.length === 0) return { moved: moved.map(({ id }) => id), left: [] }
  const wanted = await db
    .selectFrom('mail_draft')
    .select('copy_id')
    .where('owner_id', '=', ownerId)
    .where('copy_id', 'is not', null)
    .execute()
  const held = new Set(wanted.map(({ copy_id }) => copy_id))
  return { moved: moved.map(({ id }) => id), left: copies.map(({ id }) => id).filter((id) => !held.has(id)) }
}
