import type { StoredEvent } from '#kernel/context.ts'
import { plus } from '#kernel/database/raw.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { ActivityTables } from '../database.ts'

/** Counts events a day and kind. */
export async function tally(
  db: WriteDatabase<ActivityTables>,
  workspaceId: string,
  events: readonly StoredEvent[],
): Promise<void> {
  const counts = new Map<string, { action: string; day: string; amount: number }>()
  for (const { type, at } of events) {
    const day = new Date(at).toISOString().slice(0, 10)
    const count = counts.get(`${type} ${day}`) ?? { action: type, day, amount: 0 }
    count.amount += 1
    counts.set(`${type} ${day}`, count)
  }
  for (const { action, day, amount } of counts.values()) {
    await db
      .insertInto('activity_tally')
      .values({ workspace_id: workspaceId, action, day, amount })
      .onConflict((conflict) =>
        conflict
          .columns(['workspace_id', 'action', 'day'])
          .doUpdateSet({ amount: plus('activity_tally.amount', amount) }),
      )
      .execute()
  }
}
