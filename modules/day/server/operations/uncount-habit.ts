import { personOf } from '#kernel/actor.ts'
import { uncountHabit } from '../../contract.ts'
import { command } from '../database.ts'
import { answerHabit } from '../habits/answer-habit.ts'
import { findHabit } from '../habits/to-habit.ts'
import { todayOf } from '../today.ts'

export default command(uncountHabit, async (context, { id, day, zone }) => {
  const { db, actor, fail } = context
  const habit = await findHabit(db, personOf(actor), id)
  if (!habit) return fail('habit-not-found')
  const today = await todayOf(context, zone)
  if (!today) return fail('bad-zone')
  const last = await db
    .selectFrom('day_habit_count')
    .select('id')
    .where('habit_id', '=', id)
    .where('on_day', '=', day ?? today.date)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return fail('nothing-counted')

  await db.deleteFrom('day_habit_count').where('id', '=', last.id).execute()
  return answerHabit(context, habit, today)
})
