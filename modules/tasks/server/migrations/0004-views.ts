import {
  addColumns,
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

/**
 * What filters look at most, of each task: they walk this index and read no row that they do not show. It begins with
 * the columns of a board in their order. No list asks for a lane, so that no planner takes it for one.
 */
const glance = [
  'workspace_id',
  'lane',
  'priority',
  'id',
  'due_order',
  'energy',
  'estimate_max',
  'spent_minutes',
  'level',
  'start_on',
  'deadline_on',
  'project_id',
  'blocked',
  'status',
]

const LANES = "UPDATE tasks_task SET lane = status WHERE shelf IN ('open', 'closed')"

/** Views: what a filter looks at, days without an hour, and filters that people keep. */
export default migration('0004-views', [
  // The column of the board it stands in; null in the trash and for steps.
  addColumns('tasks_task', { lane: nullable(text()) }),
  () => [LANES],
  () => [`CREATE INDEX tasks_task_glance ON tasks_task (${glance.join(', ')})`],
  index('tasks_task', ['workspace_id', 'shelf', 'deadline_on', 'id'], { where: 'deadline_on IS NOT NULL' }),
  index('tasks_task', ['workspace_id', 'shelf', 'start_on', 'id'], { where: 'start_on IS NOT NULL' }),
  table('tasks_filter', {
    id: primary(id()),
    workspace_id: id(),
    rev: integer(),
    person_id: id(),
    name: text(),
    // The name as lists order it: letter case makes no difference.
    name_order: text(),
    q: text(),
    shared: flag(),
    created_at: instant(),
  }),
  index('tasks_filter', ['workspace_id', 'name_order', 'id']),
])
