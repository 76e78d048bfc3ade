import { uuidv7 } from '#base/ids.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'

/** How a label's name is compared: case and width do not matter. */
export function labelKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim()
}

/** The owner's label of that name, made when there is none. */
export async function ensureLabel(db: WriteDatabase<MailTables>, ownerId: string, name: string): Promise<{ id: string; created: boolean }> {
  const key = labelKey(name)
  const existing = await db.selectFrom('mail_label').select('id').where('owner_id', '=', ownerId).where('name_key', '=', key).executeTakeFirst()
  if (existing) return { id: existing.id, created: false }

  const id = uuidv7()
  await db.insertInto('mail_label').values({ id, owner_id: ownerId, name: name.slice(0, 100), name_key: key, color: null }).execute()
  return { id, created: true }
}
