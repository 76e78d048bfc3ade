import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { DayTables } from '../database.ts'

export interface Earned {
  counts: number
  weeks: number
}

/**
 * All that habits counted, and the weeks in which they were done as often as was meant at the time. Both are made of
 * counts alone: days without any, pauses and another goal later take nothing away.
 */
export async function earnedOf(db: ReadDatabase<DayTables>, ids: readonly string[]): Promise<Map<string, Earned>> {
  if (ids.length === 0) return new Map()
  const weeks = await db
    .selectFrom('day_habit_count')
    .select(['habit_id', 'week'])
    .select(({ fn }) => [fn.countAll<number>().as('n'), fn.min('goal').as('goal')])
    .where('habit_id', 'in', ids)
    .groupBy(['habit_id', 'week'])
    .execute()
  const earned = new Map<string, Earned>()
  for (const { habit_id, n, goal } of weeks) {
    const known = earned.get(habit_id) ?? { counts: 0, weeks: 0 }
    const kept = Number(n) >= Number(goal)
    earned.set(habit_id, { counts: known.counts + Number(n), weeks: known.weeks + Number(kept) })
  }
  return earned
}
