import {
  addColumns,
  flag,
  id,
  index,
  instant,
  integer,
  json,
  migration,
  nullable,
  table,
  text,
  withDefault,
} from '#kernel/migrations/migration.ts'

const zero = () => withDefault(integer(), '0')
const none = () => withDefault(json(), "'[]'")

/** Effort, people, labels, the tree, what waits for what, and what an undo needs. */
export default migration('0002-whole-tasks', [
  addColumns('tasks_task', {
    estimate_min: nullable(integer()),
    estimate_max: nullable(integer()),
    spent_minutes: zero(),
    energy: nullable(integer()),
    owner_id: nullable(id()),
    parent_id: nullable(id()),
    level: withDefault(integer(), '4'),
    position: zero(),
    labels: none(),
    assignees: none(),
    recurrence: nullable(json()),
    blocked: withDefault(flag(), '0'),
  }),
  index('tasks_task', ['workspace_id', 'parent_id', 'position', 'id'], { where: 'parent_id IS NOT NULL' }),
  table(
    'tasks_label',
    {
      workspace_id: id(),
      id: id(),
      name: text(),
      // The name as people compare it: letter case makes no difference.
      folded: text(),
      color: nullable(text()),
      created_at: instant(),
    },
    { primaryKey: ['workspace_id', 'id'], withoutRowid: true },
  ),
  index('tasks_label', ['workspace_id', 'folded'], { unique: true }),
  table(
    'tasks_task_label',
    { workspace_id: id(), label_id: id(), task_id: id() },
    { primaryKey: ['workspace_id', 'label_id', 'task_id'], withoutRowid: true },
  ),
  index('tasks_task_label', ['workspace_id', 'task_id', 'label_id']),
  table(
    'tasks_assignee',
    { workspace_id: id(), user_id: id(), task_id: id(), role: text() },
    { primaryKey: ['workspace_id', 'user_id', 'task_id'], withoutRowid: true },
  ),
  index('tasks_assignee', ['workspace_id', 'task_id', 'user_id']),
  table(
    'tasks_dependency',
    { workspace_id: id(), task_id: id(), on_id: id(), relation: text(), created_at: instant() },
    { primaryKey: ['workspace_id', 'task_id', 'on_id'], withoutRowid: true },
  ),
  index('tasks_dependency', ['workspace_id', 'on_id', 'task_id']),
  table(
    'tasks_change',
    {
      workspace_id: id(),
      person_id: id(),
      change_id: id(),
      n: integer(),
      operation: text(),
      kind: text(),
      record_id: id(),
      before: nullable(json()),
      after: nullable(json()),
      undone_at: nullable(instant()),
    },
    { primaryKey: ['workspace_id', 'person_id', 'change_id', 'n'], withoutRowid: true },
  ),
])
