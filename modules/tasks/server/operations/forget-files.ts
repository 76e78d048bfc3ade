import { forgetFiles } from '../attachments/internal.ts'
import { dropFiles } from '../attachments/store.ts'
import { command } from '../database.ts'

const DAY = 86_400_000

export default command(forgetFiles, async (context, { limit }) => {
  const { db, now } = context
  const rows = await db
    .selectFrom('tasks_attachment')
    .select(['id', 'blob'])
    .where('removed_at', 'is not', null)
    .where('removed_at', '<=', now() - DAY)
    .orderBy('removed_at')
    .limit(limit)
    .execute()
  await dropFiles(context, rows)
  return { more: rows.length === limit }
})
