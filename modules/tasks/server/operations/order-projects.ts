import { orderProjects, projectChanged, type Project } from '../../contract.ts'
import { command } from '../database.ts'
import { countOpenTasks, findProject } from '../find-project.ts'
import { toProject } from '../to-project.ts'
import { recordChange } from '../undo/record-change.ts'

export default command(orderProjects, async ({ db, emit, fail, now }, { ids }) => {
  const items: Project[] = []
  for (const [index, id] of [...new Set(ids)].entries()) {
    const project = await findProject(db, id)
    if (!project) return fail('project-not-found')
    const position = index + 1
    const open_tasks = await countOpenTasks(db, id)
    if (Number(project.position) === position) {
      items.push(toProject({ ...project, open_tasks }))
      continue
    }
    const changes = { position, rev: project.rev + 1, updated_at: now() }
    await db.updateTable('tasks_project').set(changes).where('id', '=', id).execute()
    await recordChange(db, 'project', id, { position: Number(project.position) }, { position })
    emit(projectChanged, { id })
    items.push(toProject({ ...project, ...changes, open_tasks }))
  }
  return { items }
})
