import { Failure } from '#kernel/failure.ts'
import { planDay } from '../../contract.ts'
import { command } from '../database.ts'
import { answerRitual, areTasks, keepPlan, spokenDay } from '../ritual/keep-ritual.ts'

export default command(planDay, async (context, { taskIds, ...named }) => {
  const spoken = await spokenDay(context, named, null)
  if (spoken instanceof Failure) return spoken
  if (!(await areTasks(context, taskIds))) return context.fail('task-not-found')
  await keepPlan(context, spoken.day, taskIds)
  return answerRitual(context, spoken.today, named.day)
})
