import {
  date,
  flag,
  id,
  index,
  instant,
  integer,
  migration,
  nullable,
  primary,
  table,
  text,
} from '#kernel/migrations/migration.ts'

/** Each list walks one of these in its order. The status is a last column, so that a filter by it reads the index alone. */
const orders = [['id'], ['due_order', 'id'], ['priority', 'id']]

export default migration('0001-tables', [
  table('tasks_task', {
    id: primary(id()),
    workspace_id: id(),
    rev: integer(),
    title: text(),
    notes: text(),
    status: text(),
    open_status: text(),
    priority: integer(),
    start_on: nullable(date()),
    due_at: nullable(instant()),
    deadline_on: nullable(date()),
    project_id: nullable(id()),
    created_at: instant(),
    updated_at: instant(),
    completed_at: nullable(instant()),
    deleted_at: nullable(instant()),
    shelf: text(),
    due_order: instant(),
  }),
  ...orders.map((order) => index('tasks_task', ['workspace_id', 'shelf', ...order, 'status'])),
  ...orders.map((order) =>
    index('tasks_task', ['workspace_id', 'project_id', 'shelf', ...order, 'status'], {
      where: 'project_id IS NOT NULL',
    }),
  ),
  table('tasks_project', {
    id: primary(id()),
    workspace_id: id(),
    rev: integer(),
    name: text(),
    name_order: text(),
    color: nullable(text()),
    archived: flag(),
    created_at: instant(),
    updated_at: instant(),
  }),
  index('tasks_project', ['workspace_id', 'archived', 'name_order', 'id']),
])
