import { uuidv7 } from '#base/ids.ts'
import { createProject, projectChanged } from '../../contract.ts'
import { command, type ProjectRow } from '../database.ts'
import { nameOrder } from '../name-order.ts'
import { toProject } from '../to-project.ts'
import { recordChange } from '../undo/record-change.ts'

export default command(createProject, async ({ db, emit, now }, { name, color, outcome, targetOn }) => {
  const at = now()
  const row: ProjectRow = {
    id: uuidv7(),
    rev: 1,
    name,
    name_order: nameOrder(name),
    color,
    outcome,
    target_on: targetOn,
    archived: 0,
    created_at: at,
    updated_at: at,
  }
  await db.insertInto('tasks_project').values(row).execute()
  await recordChange(db, 'project', row.id, null, { name })
  emit(projectChanged, { id: row.id })
  return toProject({ ...row, open_tasks: 0 })
})
