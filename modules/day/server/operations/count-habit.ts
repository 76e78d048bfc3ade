import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import { countHabit } from '../../contract.ts'
import { command } from '../database.ts'
import { answerHabit } from '../habits/answer-habit.ts'
import { findHabit, mondayOf } from '../habits/to-habit.ts'
import { dayOfDate, todayOf } from '../today.ts'

export default command(countHabit, async (context, { id, day, zone }) => {
  const { db, actor, fail, now } = context
  const personId = personOf(actor)
  const habit = await findHabit(db, personId, id)
  if (!habit) return fail('habit-not-found')
  const today = await todayOf(context, zone)
  if (!today) return fail('bad-zone')
  const on_day = day ?? today.date
  if (on_day > today.date) return fail('not-yet')

  await db
    .insertInto('day_habit_count')
    .values({
      id: uuidv7(now()),
      person_id: personId,
      habit_id: id,
      on_day,
      week: mondayOf(dayOfDate(on_day)),
      goal: habit.times,
    })
    .execute()
  return answerHabit(context, habit, today)
})
