import { personOf } from '#kernel/actor.ts'
import { command } from '../database.ts'
import { eraseDays } from '../internal.ts'

const TABLES = [
  'day_energy',
  'day_person',
  'day_ritual',
  'day_plan',
  'day_pause',
  'day_habit',
  'day_habit_count',
] as const

export default command(eraseDays, async ({ db, actor }, { everybody }) => {
  for (const table of TABLES) {
    const all = db.deleteFrom(table)
    await (everybody ? all : all.where('person_id', '=', personOf(actor))).execute()
  }
  return {}
})
