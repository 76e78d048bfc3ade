import {
  addColumns,
  date,
  id,
  index,
  instant,
  migration,
  nullable,
  primary,
  table,
  text,
  withDefault,
} from '#kernel/migrations/migration.ts'

/** What is bought, what a goal is, what a task of nearly the same words is found by, and what was made of captures. */
export default migration('0008-captured', [
  addColumns('tasks_task', { kind: withDefault(text(), "'task'"), title_word: nullable(text()) }),
  // The word comes first within a workspace, and only open tasks are pointed out.
  index('tasks_task', ['workspace_id', 'title_word', 'id'], { where: "shelf = 'open'" }),
  index('tasks_task', ['workspace_id', 'kind', 'id'], { where: "kind = 'shopping' AND shelf = 'open'" }),
  addColumns('tasks_project', { outcome: nullable(text()), target_on: nullable(date()) }),
  table('tasks_captured', {
    // An item becomes one record: its key says so.
    item_id: primary(id()),
    workspace_id: id(),
    capture_id: id(),
    kind: text(),
    record_id: id(),
    at: instant(),
  }),
  index('tasks_captured', ['workspace_id', 'capture_id', 'item_id']),
])
