import { personOf } from '#kernel/actor.ts'
import { gamesAndPrompts, listHabits } from '../../contract.ts'
import { query } from '../database.ts'
import { toHabits } from '../habits/to-habit.ts'
import { todayOf } from '../today.ts'

export default query(listHabits, async (context, { archived, zone }) => {
  const { db, actor, fail, setting } = context
  const today = await todayOf(context, zone)
  if (!today) return fail('bad-zone')
  const rows = await db
    .selectFrom('day_habit')
    .selectAll()
    .where('person_id', '=', personOf(actor))
    .where('archived', '=', archived ? 1 : 0)
    .orderBy('id')
    .limit(500)
    .execute()
  return { items: await toHabits(db, rows, today, await setting(gamesAndPrompts)) }
})
