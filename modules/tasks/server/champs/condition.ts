import type { Builder, Condition } from '../filter/to-condition.ts'

/** Tasks of which a facet has a value, as `activity:write` says: few do, and they are looked up, not walked to. */
export function champsCondition(eb: Builder, state: string): Condition {
  const [facet = '', value = ''] = state.split(':')
  return eb(
    'tasks_task.id',
    'in',
    eb
      .selectFrom('tasks_champs')
      .select('tasks_champs.task_id')
      .where('tasks_champs.facet', '=', facet)
      .where('tasks_champs.value', '=', value),
  )
}
