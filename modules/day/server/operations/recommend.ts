import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { recommendTasks } from '../../contract.ts'
import { pressingTasks, suggest } from '../briefing/suggest.ts'
import { query } from '../database.ts'
import { latestEnergy } from '../energy/energy-today.ts'
import { todayOf } from '../today.ts'

const MOST = 5

export default query(recommendTasks, async (context, input) => {
  const { db, actor, ask, fail } = context
  const today = await todayOf(context, input.zone)
  if (!today) return fail('bad-zone')
  const energy = input.energy ?? (await latestEnergy(db, personOf(actor), today.date))
  const minutes = input.minutes ?? null
  const tasks = await pressingTasks(ask)
  if (tasks instanceof Failure) return tasks
  const items = await suggest(ask, tasks, { energy, minutes, date: today.date }, MOST)
  return items instanceof Failure ? items : { energy, minutes, items }
})
