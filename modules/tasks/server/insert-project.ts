import { uuidv7 } from '#base/ids.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { ProjectRow, TasksTables } from './database.ts'
import { nameOrder } from './name-order.ts'
import { recordChange } from './undo/record-change.ts'

/** What a new project says; the rest follows. */
type NewProject = Pick<ProjectRow, 'name' | 'color' | 'outcome' | 'target_on'>

/** Whose a new project is, who sees it, and where it stands. */
type Placed = Pick<ProjectRow, 'owner_id' | 'private_to' | 'parent_id'>

/** Stores a new project. */
export async function insertProject(
  db: WriteDatabase<TasksTables>,
  at: number,
  fields: NewProject,
  placed: Partial<Placed> = {},
): Promise<ProjectRow> {
  const row: ProjectRow = {
    id: uuidv7(),
    rev: 1,
    ...fields,
    owner_id: null,
    private_to: null,
    parent_id: null,
    ...placed,
    position: 0,
    name_order: nameOrder(fields.name),
    archived: 0,
    created_at: at,
    updated_at: at,
  }
  await db.insertInto('tasks_project').values(row).execute()
  await recordChange(db, 'project', row.id, null, { name: row.name })
  return row
}
