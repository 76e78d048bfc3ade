import { query } from '../database.ts'
import { listDueAlarms } from '../recurrence/internal.ts'

export default query(listDueAlarms, async ({ db, now }, { limit }) => {
  const rows = await db
    .selectFrom('tasks_alarm')
    .select(['kind', 'subject_id', 'of_workspace', 'person_id'])
    .where('due_at', '<=', now())
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return {
    items: rows.map(({ kind, subject_id, of_workspace, person_id }) => ({
      kind,
      subjectId: subject_id,
      workspaceId: of_workspace,
      personId: person_id,
    })),
  }
})
