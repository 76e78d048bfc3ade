import {
  addColumns,
  id,
  index,
  instant,
  integer,
  json,
  migration,
  nullable,
  table,
  text,
} from '#kernel/migrations/migration.ts'

/** How far a task is taken apart, templates to make tasks of, and the facets of CHAMPS. */
export default migration('0005-splitting', [
  addColumns('tasks_task', { decomposition: nullable(text()) }),
  table(
    'tasks_template',
    {
      workspace_id: id(),
      id: id(),
      rev: integer(),
      name: text(),
      // The name as lists order it: letter case makes no difference.
      name_order: text(),
      title: text(),
      notes: text(),
      priority: integer(),
      energy: nullable(integer()),
      estimate_min: nullable(integer()),
      estimate_max: nullable(integer()),
      // Days from the start, such as +3d, for the due date with a time of day.
      start_in: nullable(text()),
      due_in: nullable(text()),
      deadline_in: nullable(text()),
      project_id: nullable(id()),
      labels: json(),
      steps: json(),
      created_at: instant(),
      updated_at: instant(),
    },
    { primaryKey: ['workspace_id', 'id'], withoutRowid: true },
  ),
  index('tasks_template', ['workspace_id', 'name_order', 'id']),
  table(
    'tasks_champs',
    { workspace_id: id(), facet: text(), value: text(), task_id: id() },
    { primaryKey: ['workspace_id', 'facet', 'value', 'task_id'], withoutRowid: true },
  ),
  index('tasks_champs', ['workspace_id', 'task_id', 'facet']),
])
