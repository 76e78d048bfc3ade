import { fromInstant } from '#base/time.ts'
import { mergeTask } from '../../contract.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { findTask } from '../find-task.ts'
import { countOnce } from '../merge/count-once.ts'
import { makeChange } from '../merge/make-change.ts'
import { keepVersions, versionsOf } from '../merge/versions.ts'
import { areMembers, peopleOf } from '../people/are-members.ts'
import { toTask } from '../to-task.ts'

export default command(mergeTask, async (context, { id, changeId, madeAt, base, yields, ...wanted }) => {
  const { db, actor, ask, changed, fail, now } = context
  const task = await findTask(db, id)
  if (!task) return fail('task-not-found')
  if (!(await isProject(db, wanted.projectId))) return fail('project-not-found')
  if (!(await areMembers(ask, actor, peopleOf(wanted)))) return fail('member-not-found')
  if (!(await countOnce(db, { id: changeId, taskId: id, personId: actor.id, at: now() })))
    return { task: toTask(task), kept: await versionsOf(db, id, changeId) }

  // A clock that is ahead does not win against everybody from then on.
  const change = { wanted, base, yields, madeAt: Math.min(fromInstant(madeAt), now()) }
  const { saved, lost } = await makeChange(context, task, change)
  const kept = await keepVersions(db, { taskId: id, changeId }, lost, now())
  if (saved !== task) changed(toTask(task), toTask(saved))
  return { task: toTask(saved), kept }
})
