import {
  id,
  index,
  instant,
  integer,
  json,
  migration,
  nullable,
  primary,
  table,
  text,
} from '#kernel/migrations/migration.ts'

/** Which date of which series a task is, its reminders, and what is due when. */
export default migration('0003-recurrence', [
  table(
    'tasks_occurrence',
    {
      workspace_id: id(),
      task_id: id(),
      series_id: id(),
      // The date of the rule that this task stands for; its own dates may have been moved since.
      occurs_at: instant(),
      // DTSTART as the wall of the zone shows it, and which date of the task it is.
      start: text(),
      anchor: text(),
      excluded: json(),
      // The how manieth of its series, where dates are counted from completion.
      made: integer(),
      passed: integer(),
      made_from: nullable(id()),
    },
    { primaryKey: ['workspace_id', 'task_id'], withoutRowid: true },
  ),
  index('tasks_occurrence', ['workspace_id', 'series_id', 'task_id']),
  table('tasks_reminder', {
    id: primary(id()),
    workspace_id: id(),
    task_id: id(),
    person_id: id(),
    at: nullable(instant()),
    related_to: nullable(text()),
    minutes_before: nullable(integer()),
    zone: text(),
    rings_at: nullable(instant()),
    rang_at: nullable(instant()),
    ring_id: nullable(id()),
    created_at: instant(),
  }),
  index('tasks_reminder', ['workspace_id', 'task_id', 'id']),
  index('tasks_reminder', ['workspace_id', 'person_id', 'rings_at', 'id']),
  index('tasks_reminder', ['workspace_id', 'ring_id'], { where: 'ring_id IS NOT NULL' }),
  // Of the instance, so that one look finds what is due in every workspace.
  table('tasks_alarm', {
    id: primary(id()),
    kind: text(),
    subject_id: id(),
    of_workspace: id(),
    person_id: id(),
    due_at: nullable(instant()),
  }),
  index('tasks_alarm', ['due_at', 'id']),
  index('tasks_alarm', ['subject_id']),
  index('tasks_alarm', ['of_workspace']),
])
