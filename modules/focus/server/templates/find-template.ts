import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { FocusTemplate } from '../../contract.ts'
import type { FocusTables, TemplateRow } from '../database.ts'
import { toSetup } from '../session/to-session.ts'

/** A template of a person. */
export function findTemplate(
  db: ReadDatabase<FocusTables>,
  personId: string,
  id: string,
): Promise<TemplateRow | undefined> {
  return db
    .selectFrom('focus_template')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

/** A row of templates as the API shows it. */
export function toTemplate(row: TemplateRow): FocusTemplate {
  return { ...toSetup(row), id: row.id, name: row.name }
}
