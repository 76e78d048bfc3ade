import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import { createHabit } from '../../contract.ts'
import { command, type HabitRow } from '../database.ts'
import { answerHabit } from '../habits/answer-habit.ts'
import { countOpenHabits, MOST_HABITS } from '../habits/most-habits.ts'
import { todayOf } from '../today.ts'

export default command(createHabit, async (context, { name, times, zone }) => {
  const { db, actor, fail, now } = context
  const today = await todayOf(context, zone)
  if (!today) return fail('bad-zone')
  const personId = personOf(actor)
  if ((await countOpenHabits(db, personId)) >= MOST_HABITS) return fail('too-many-habits')

  const row: HabitRow = {
    id: uuidv7(now()),
    person_id: personId,
    name,
    times,
    paused: 0,
    archived: 0,
    created_at: now(),
  }
  await db.insertInto('day_habit').values(row).execute()
  return answerHabit(context, row, today)
})
