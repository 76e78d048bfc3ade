import { fromInstant } from '#base/time.ts'
import { createTask, taskCreated } from '../../contract.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { insertTask } from '../save-task.ts'
import { toTask } from '../to-task.ts'

export default command(createTask, async ({ db, emit, fail, now }, input) => {
  if (!(await isProject(db, input.projectId))) return fail('project-not-found')

  const fields = {
    title: input.title,
    notes: input.notes,
    status: input.status,
    priority: input.priority,
    start_on: input.startOn,
    due_at: input.dueAt === null ? null : fromInstant(input.dueAt),
    deadline_on: input.deadlineOn,
    project_id: input.projectId,
  }
  const task = await insertTask(db, fields, now())
  emit(taskCreated, { id: task.id })
  return toTask(task)
})
