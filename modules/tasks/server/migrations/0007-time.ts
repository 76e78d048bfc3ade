import { id, index, instant, migration, nullable, primary, table, text } from '#kernel/migrations/migration.ts'

/** Time spent on tasks, stretch by stretch. */
export default migration('0007-time', [
  table('tasks_time_entry', {
    id: primary(id()),
    workspace_id: id(),
    task_id: id(),
    person_id: id(),
    started_at: instant(),
    ended_at: nullable(instant()),
    source: text(),
    source_id: nullable(id()),
    note: text(),
    created_at: instant(),
  }),
  // One running timer a person, also where two devices start one at once.
  index('tasks_time_entry', ['workspace_id', 'person_id'], { unique: true, where: 'ended_at IS NULL' }),
  index('tasks_time_entry', ['workspace_id', 'person_id', 'started_at', 'id']),
  index('tasks_time_entry', ['workspace_id', 'task_id', 'person_id', 'started_at', 'id']),
  index('tasks_time_entry', ['workspace_id', 'source_id'], { where: 'source_id IS NOT NULL' }),
])
