import { uuidv7 } from '#base/ids.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'
import { clip } from '../import/clip.ts'
import type { Origin } from './insert-messages.ts'

const MAX_NAME = 100

/** How a label's name is compared: case and width do not matter. */
export function labelKey(name: string): string {
  return toName(name).normalize('NFKC').toLowerCase()
}

/** The owner's label of that name, made by the import when there is none. */
export async function ensureLabel(
  db: WriteDatabase<MailTables>,
  { ownerId, importId }: Origin,
  name: string,
): Promise<{ id: string; created: boolean }> {
  const key = labelKey(name)
  const existing = await db
    .selectFrom('mail_label')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('name_key', '=', key)
    .executeTakeFirst()
  if (existing) return { id: existing.id, created: false }

  const id = uuidv7()
  await db
    .insertInto('mail_label')
    .values({ id, owner_id: ownerId, name: toName(name), name_key: key, color: null, import_id: importId })
    .execute()
  return { id, created: true }
}

/** A folder's name may be of any length and hold anything. */
function toName(name: string): string {
  return clip(name.trim(), MAX_NAME).trim()
}
