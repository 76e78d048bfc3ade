import { getProject } from '../../contract.ts'
import { query } from '../database.ts'
import { countOpenTasks, findProject } from '../find-project.ts'
import { toProject } from '../to-project.ts'

export default query(getProject, async ({ db, fail }, { id }) => {
  const project = await findProject(db, id)
  return project ? toProject({ ...project, open_tasks: await countOpenTasks(db, id) }) : fail('project-not-found')
})
