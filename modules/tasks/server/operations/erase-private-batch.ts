import { personOf } from '#kernel/actor.ts'
import { command } from '../database.ts'
import { areMembers } from '../people/are-members.ts'
import { erasePrivateBatch } from '../people/internal.ts'
import { erasePrivateProjects, erasePrivateTasks } from '../projects/erase-private.ts'

export default command(erasePrivateBatch, async (context, { limit, unlessMember }) => {
  const { db, actor, ask } = context
  const personId = personOf(actor)
  if (unlessMember && (await areMembers(ask, actor, [personId]))) return { erased: 0 }

  const mine = db.selectFrom('tasks_project').select('id').where('private_to', '=', personId)
  const tasks = await db
    .selectFrom('tasks_task')
    .select('id')
    .where('project_id', 'in', mine)
    .orderBy('id')
    .limit(limit)
    .execute()
  if (tasks.length > 0)
    await erasePrivateTasks(
      context,
      tasks.map(({ id }) => id),
    )
  // Projects go once nothing is in them: stopped half-way, they are found again.
  const projects = tasks.length > 0 ? [] : await mine.orderBy('id').limit(limit).execute()
  if (projects.length > 0)
    await erasePrivateProjects(
      context,
      projects.map(({ id }) => id),
    )
  return { erased: tasks.length + projects.length }
})
