import { command } from '../database.ts'
import { eraseBatch } from '../internal.ts'

export default command(eraseBatch, async ({ db }, { limit }) => {
  let erased = 0
  for (const table of ['tasks_task', 'tasks_project'] as const) {
    const rows = await db.selectFrom(table).select('id').limit(limit).execute()
    const ids = rows.map(({ id }) => id)
    await db.deleteFrom(table).where('id', 'in', ids).execute()
    erased += ids.length
  }
  return { erased }
})
