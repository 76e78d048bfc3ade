import { personOf } from '#kernel/actor.ts'
import type { CommandContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import type { Habit } from '../../contract.ts'
import type { DayTables, HabitRow } from '../database.ts'
import { todayOf } from '../today.ts'
import { answerHabit } from './answer-habit.ts'
import { findHabit } from './to-habit.ts'

/** Changes fields of a habit of this person. */
export async function changeHabit(
  context: CommandContext<DayTables, 'habit-not-found' | 'bad-zone'>,
  id: string,
  zone: string | undefined,
  fields: Partial<Pick<HabitRow, 'name' | 'times' | 'paused' | 'archived'>>,
): Promise<Habit | Failure> {
  const { db, actor, fail } = context
  const habit = await findHabit(db, personOf(actor), id)
  if (!habit) return fail('habit-not-found')
  const today = await todayOf(context, zone)
  if (!today) return fail('bad-zone')
  const changed = { ...habit, ...fields }
  if (Object.keys(fields).length > 0) await db.updateTable('day_habit').set(fields).where('id', '=', id).execute()
  return answerHabit(context, changed, today)
}
