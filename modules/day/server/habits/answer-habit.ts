import { personOf } from '#kernel/actor.ts'
import type { CommandContext } from '#kernel/context.ts'
import { dayChanged, gamesAndPrompts, type Habit } from '../../contract.ts'
import type { DayTables, HabitRow } from '../database.ts'
import type { Today } from '../today.ts'
import { toHabits } from './to-habit.ts'

/** Tells that a habit changed, and answers it as it is now. */
export async function answerHabit(
  { db, actor, emit, setting }: Pick<CommandContext<DayTables>, 'db' | 'actor' | 'emit' | 'setting'>,
  habit: HabitRow,
  today: Today,
): Promise<Habit> {
  emit(dayChanged, { id: personOf(actor), part: 'habits' })
  return (await toHabits(db, [habit], today, await setting(gamesAndPrompts)))[0]!
}
