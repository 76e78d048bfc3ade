import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import { createHabit } from '../../contract.ts'
import { command, type HabitRow } from '../database.ts'
import { answerHabit } from '../habits/answer-habit.ts'
import { todayOf } from '../today.ts'

/** More than these nobody keeps, and all of them are read at once. */
const MOST = 100

export default command(createHabit, async (context, { name, times, zone }) => {
  const { db, actor, fail, now } = context
  const today = await todayOf(context, zone)
  if (!today) return fail('bad-zone')
  const personId = personOf(actor)
  const { n } = await db
    .selectFrom('day_habit')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('archived', '=', 0)
    .executeTakeFirstOrThrow()
  if (Number(n) >= MOST) return fail('too-many-habits')

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
