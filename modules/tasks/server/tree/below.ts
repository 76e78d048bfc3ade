import type { ExpressionBuilder } from 'kysely'
import type { TasksTables } from '../database.ts'
import { LEVELS } from './levels.ts'

/** How far down a branch can go: there are no more levels. */
export const DEEPEST = LEVELS.length - 1

/** The tasks that stand so many levels below one, as a subquery of ids; 0 is the task itself. */
export function idsBelow(eb: ExpressionBuilder<TasksTables, 'tasks_task'>, id: string, depth: number) {
  // Each depth by itself walks the index of parents: there is no recursion that both databases plan alike.
  let ids = eb.selectFrom('tasks_task as t0').select('t0.id').where('t0.id', '=', id)
  for (let n = 1; n <= depth; n++) {
    const parents = ids
    ids = eb.selectFrom('tasks_task as t0').select('t0.id').where('t0.parent_id', 'in', parents)
  }
  return ids
}
