import { restoreTaskVersion, type TaskValues } from '../../contract.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { findTask } from '../find-task.ts'
import { makeChange } from '../merge/make-change.ts'
import { keepVersions } from '../merge/versions.ts'
import { areMembers, peopleOf } from '../people/are-members.ts'
import { toTask } from '../to-task.ts'

export default command(restoreTaskVersion, async (context, { id }) => {
  const { db, actor, ask, changed, fail, now } = context
  const version = await db.selectFrom('tasks_version').selectAll().where('id', '=', id).executeTakeFirst()
  const task = version && (await findTask(db, version.task_id))
  if (!task) return fail('version-not-found')
  const wanted = JSON.parse(version.fields) as TaskValues
  if (!(await isProject(db, wanted.projectId))) return fail('project-not-found')
  if (!(await areMembers(ask, actor, peopleOf(wanted)))) return fail('member-not-found')

  // Nothing is known of what it was made on, so that what it replaces is kept.
  const { saved, lost } = await makeChange(context, task, { wanted, base: {}, madeAt: now() })
  const kept = await keepVersions(db, { taskId: task.id, changeId: version.change_id }, lost, now())
  await db.updateTable('tasks_version').set({ restored_at: now() }).where('id', '=', id).execute()
  if (saved !== task) changed(toTask(task), toTask(saved))
  return { task: toTask(saved), kept }
})
