import {
  addColumns,
  id,
  index,
  instant,
  json,
  migration,
  nullable,
  primary,
  table,
} from '#kernel/migrations/migration.ts'

/** When each field of a task was changed, which changes from elsewhere were made, and what lost its place by them. */
export default migration('0009-merge', [
  addColumns('tasks_task', { edited: nullable(json()) }),
  table(
    'tasks_merge',
    { workspace_id: id(), id: id(), task_id: id(), person_id: id(), at: instant() },
    { primaryKey: ['workspace_id', 'id', 'task_id'], withoutRowid: true },
  ),
  table('tasks_version', {
    id: primary(id()),
    workspace_id: id(),
    task_id: id(),
    change_id: id(),
    fields: json(),
    made_at: nullable(instant()),
    kept_at: instant(),
    restored_at: nullable(instant()),
  }),
  index('tasks_version', ['workspace_id', 'task_id', 'id']),
])
