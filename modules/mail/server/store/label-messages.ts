import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables, MessageRow } from '../database.ts'
import type { NewMessage, Origin } from './insert-messages.ts'
import { ensureLabel, labelKey } from './labels.ts'
import { insertRow } from './rows.ts'

/** Gives imported messages the label of their import and that of their folder; answers the labels it made. */
export async function labelMessages(
  db: WriteDatabase<MailTables>,
  items: NewMessage[],
  rows: MessageRow[],
  { importLabel, ...origin }: Origin & { importLabel: string | null },
): Promise<string[]> {
  const ids = new Map<string, string>()
  const made: string[] = []
  for (const [n, row] of rows.entries()) {
    const { folder, labels = [] } = items[n]!.placement
    const names = [folder, ...labels, importLabel].filter((name) => name !== null)
    // Where both are called alike, the label is written as the person wrote it.
    const byKey = new Map(names.map((name) => [labelKey(name), name]))
    for (const [key, name] of byKey) {
      if (key === '') continue
      if (!ids.has(key)) {
        const label = await ensureLabel(db, origin, name)
        ids.set(key, label.id)
        if (label.created) made.push(label.id)
      }
      await insertRow(db, 'mail_message_label', {
        message_id: row.id,
        label_id: ids.get(key)!,
        owner_id: row.owner_id,
        date_at: row.date_at,
      })
    }
  }
  return made
}
