import { formatDay, weekday, type Day } from '#base/query/calendar.ts'
import { toInstant } from '#base/time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Habit } from '../../contract.ts'
import type { DayTables, HabitRow } from '../database.ts'
import type { Today } from '../today.ts'
import { earnedOf } from './earned.ts'

/** The Monday of a day's week. */
export function mondayOf(day: Day): string {
  return formatDay(day - weekday(day))
}

/** A habit of this person. */
export function findHabit(db: ReadDatabase<DayTables>, personId: string, id: string): Promise<HabitRow | undefined> {
  return db
    .selectFrom('day_habit')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

/** Habits with their counts of this week, and with all they earned where that may be shown. */
export async function toHabits(
  db: ReadDatabase<DayTables>,
  rows: readonly HabitRow[],
  today: Today,
  games: boolean,
): Promise<Habit[]> {
  const ids = rows.map(({ id }) => id)
  const from = mondayOf(today.day)
  const counts =
    ids.length === 0
      ? []
      : await db
          .selectFrom('day_habit_count')
          .select(['habit_id', 'on_day'])
          .where('habit_id', 'in', ids)
          .where('on_day', '>=', from)
          .where('on_day', '<=', today.date)
          .execute()
  const earned = games ? await earnedOf(db, ids) : null
  return rows.map((row) => {
    const ofWeek = counts.filter(({ habit_id }) => habit_id === row.id)
    return {
      id: row.id,
      name: row.name,
      times: row.times,
      paused: row.paused === 1,
      archived: row.archived === 1,
      createdAt: toInstant(row.created_at),
      week: { from, count: ofWeek.length, today: ofWeek.filter(({ on_day }) => on_day === today.date).length },
      earned: earned && (earned.get(row.id) ?? { counts: 0, weeks: 0 }),
    }
  })
}
