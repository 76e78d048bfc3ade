import { projectChanged, updateProject } from '../../contract.ts'
import { command } from '../database.ts'
import { countOpenTasks, findProject } from '../find-project.ts'
import { nameOrder } from '../name-order.ts'
import { isStale, staleDetail } from '../revision.ts'
import { toProject } from '../to-project.ts'
import { recordChange } from '../undo/record-change.ts'

export default command(
  updateProject,
  async ({ db, changed, emit, fail, now }, { id, rev, name, color, outcome, targetOn, archived }) => {
    const project = await findProject(db, id)
    if (!project) return fail('project-not-found')
    if (isStale(project, rev)) return fail('stale-revision', { detail: staleDetail(project) })

    const open_tasks = await countOpenTasks(db, id)
    const wanted = {
      name: name ?? project.name,
      color: color === undefined ? project.color : color,
      outcome: outcome === undefined ? project.outcome : outcome,
      target_on: targetOn === undefined ? project.target_on : targetOn,
      archived: archived === undefined ? project.archived : Number(archived),
    }
    const same = Object.entries(wanted).every(([column, value]) => project[column as keyof typeof wanted] === value)
    if (same) return toProject({ ...project, open_tasks })

    const changes = { ...wanted, name_order: nameOrder(wanted.name), rev: project.rev + 1, updated_at: now() }
    await db.updateTable('tasks_project').set(changes).where('id', '=', id).execute()
    await recordChange(
      db,
      'project',
      id,
      {
        name: project.name,
        name_order: project.name_order,
        color: project.color,
        outcome: project.outcome,
        target_on: project.target_on,
        archived: project.archived,
      },
      { ...wanted, name_order: changes.name_order },
    )
    const before = toProject({ ...project, open_tasks })
    const after = toProject({ ...project, ...changes, open_tasks })
    emit(projectChanged, { id })
    changed(before, after)
    return after
  },
)
