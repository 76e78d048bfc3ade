import { NEVER } from '../shelf.ts'
import { champsCondition } from '../champs/condition.ts'
import type { Builder, Asking, Condition } from './to-condition.ts'

/** What `is:` and `has:` ask, and the facets of CHAMPS. */
export function stateOf(eb: Builder, state: string, asking: Asking): Condition {
  const known = STATES[state]
  return known ? known(eb, asking) : champsCondition(eb, state)
}

const STATES: Record<string, (eb: Builder, asking: Asking) => Condition> = {
  'is:open': (eb) => eb('status', 'not in', ['done', 'dropped']),
  'is:done': (eb) => eb('status', '=', 'done'),
  // What is blocked waits for something, and few tasks do: they are looked up rather than walked to.
  'is:blocked': (eb) =>
    eb.and([
      eb('blocked', '=', 1),
      eb('tasks_task.id', 'in', eb.selectFrom('tasks_dependency').select('tasks_dependency.task_id')),
    ]),
  'is:repeating': (eb) =>
    eb.and([
      eb('recurrence', 'is not', null),
      eb('tasks_task.id', 'in', eb.selectFrom('tasks_occurrence').select('tasks_occurrence.task_id')),
    ]),
  'is:delegated': (eb) => eb('delegated', '=', 1),
  'is:assigned': (eb) => eb('assignees', '<>', '[]'),
  'is:mine': (eb, { personId }) =>
    eb.or([
      eb.and([eb('owner_id', 'is not', null), eb('owner_id', '=', personId)]),
      eb.exists(
        eb
          .selectFrom('tasks_assignee')
          .select('tasks_assignee.task_id')
          .where('tasks_assignee.user_id', '=', personId)
          .whereRef('tasks_assignee.task_id', '=', 'tasks_task.id'),
      ),
    ]),
  'has:steps': (eb) =>
    eb(
      'tasks_task.id',
      'in',
      eb
        .selectFrom('tasks_task as step')
        .select((step) => step.ref('step.parent_id').$notNull().as('parent_id'))
        .where('step.shelf', '=', 'step')
        .where('step.parent_id', 'is not', null),
    ),
  'has:notes': (eb) => eb('notes', '<>', ''),
  'has:estimate': (eb) => eb.or([eb('estimate_min', 'is not', null), eb('estimate_max', 'is not', null)]),
  'has:due': (eb) => eb('due_order', '<', NEVER),
  'has:deadline': (eb) => eb('deadline_on', 'is not', null),
  'has:project': (eb) => eb('project_id', 'is not', null),
  'has:label': (eb) => eb('labels', '<>', '[]'),
  'has:parent': (eb) => eb('parent_id', 'is not', null),
}
