import { createProject, projectChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { insertProject } from '../insert-project.ts'
import { toProject } from '../to-project.ts'

export default command(createProject, async ({ db, emit, now }, { name, color, outcome, targetOn }) => {
  const row = await insertProject(db, now(), { name, color, outcome, target_on: targetOn })
  emit(projectChanged, { id: row.id })
  return toProject({ ...row, open_tasks: 0 })
})
