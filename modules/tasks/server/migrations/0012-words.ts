import { migration, perDialect } from '#kernel/migrations/migration.ts'

/**
 * What tasks say, beside their order: a filter by words reads this index and no rows but those of what it may find. Long
 * notes are left out. PostgreSQL has no room for texts in such an index.
 */
export default migration('0012-words', [
  perDialect({
    sqlite: [
      'DROP INDEX tasks_task_by_workspace_id_shelf_id_status',
      `CREATE INDEX tasks_task_words ON tasks_task (workspace_id, shelf, id, status, (CASE WHEN length(notes) <= 400 THEN title || notes END))`,
    ],
    postgres: [],
  }),
])
