import { Failure } from '#kernel/failure.ts'
import { keepMorning } from '../../contract.ts'
import { command } from '../database.ts'
import { answerRitual, areTasks, keepPart, keepPlan, spokenDay } from '../ritual/keep-ritual.ts'

export default command(keepMorning, async (context, { taskIds, intention, ...named }) => {
  const spoken = await spokenDay(context, named, 'morning')
  if (spoken instanceof Failure) return spoken
  const { today, day } = spoken
  if (taskIds && !(await areTasks(context, taskIds))) return context.fail('task-not-found')

  await keepPart(context, day, 'morning', 'done', intention)
  if (taskIds) await keepPlan(context, day, taskIds)
  return answerRitual(context, today, named.day)
})
