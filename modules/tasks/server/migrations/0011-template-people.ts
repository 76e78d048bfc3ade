import { addColumns, id, json, migration, nullable, withDefault } from '#kernel/migrations/migration.ts'

/** How the task of a template comes again, whose it is, and who has to do with it. */
export default migration('0011-template-people', [
  addColumns('tasks_template', {
    // A `TaskRecurrence`, and `Assignee`s.
    recurrence: nullable(json()),
    owner_id: nullable(id()),
    assignees: withDefault(json(), "'[]'"),
  }),
])
