import type { ScoreTerm, ScoreWeights } from '../../contract.ts'
import type { Builder, Condition } from '../filter/to-condition.ts'
import { AHEAD, DAY, pointsOf } from './score-of.ts'

/** Tasks to score together; what is in none of the stages so far comes after `others`, in hundredths. */
interface Stage {
  /** Each finds its tasks by an index; null finds all. */
  conditions: (((eb: Builder) => Condition) | null)[]
  others: number
}

const ALL: Stage['conditions'] = [null]

/** What presses most, then what was begun, then all: each stage has indexes of its own, and the last one needs none. */
export function mostPressing(weights: ScoreWeights, at: number): Stage[] {
  const soon = at + AHEAD * DAY
  return [
    {
      conditions: [
        (eb) => eb('due_order', '<=', soon),
        (eb) => eb('deadline_on', '<=', dayOf(soon)),
        (eb) => eb('tasks_task.id', 'in', eb.selectFrom('tasks_dependency').select('tasks_dependency.on_id')),
      ],
      others: boundOf(weights, Math.max, ['due', 'blocking']),
    },
    {
      conditions: [(eb) => eb('lane', '=', 'doing')],
      others: boundOf(weights, Math.max, ['due', 'blocking', 'doing']),
    },
    { conditions: ALL, others: -Infinity },
  ]
}

/** The other end: what waits for somebody and for a day, then what cannot begin, then what waits for somebody, then all. */
export function leastPressing(weights: ScoreWeights, at: number): Stage[] {
  const later = (eb: Builder) => eb('start_on', '>=', dayOf(at))
  // Without the shelf this reads `tasks_task_glance` alone; with it, a row of each task that begins later.
  const laterAndWaiting = (eb: Builder) =>
    eb(
      'tasks_task.id',
      'in',
      eb
        .selectFrom('tasks_task')
        .select('tasks_task.id')
        .where('lane', '=', 'waiting')
        .where('start_on', '>=', dayOf(at)),
    )
  const blocked = (eb: Builder) =>
    eb('tasks_task.id', 'in', eb.selectFrom('tasks_dependency').select('tasks_dependency.task_id'))
  return [
    {
      conditions: [laterAndWaiting, blocked],
      others: Math.min(
        boundOf(weights, Math.min, ['later', 'blocked']),
        boundOf(weights, Math.min, ['waiting', 'blocked']),
      ),
    },
    { conditions: [later], others: boundOf(weights, Math.min, ['later', 'blocked']) },
    {
      conditions: [(eb) => eb('lane', '=', 'waiting')],
      others: boundOf(weights, Math.min, ['later', 'blocked', 'waiting']),
    },
    { conditions: ALL, others: Infinity },
  ]
}

/** How far the score of a task can go to which some terms do not apply. Nobody says here how much energy there is. */
function boundOf(
  weights: ScoreWeights,
  further: (...values: number[]) => number,
  without: readonly ScoreTerm[],
): number {
  let bound = 0
  for (const [term, weight] of Object.entries(weights) as [ScoreTerm, number][])
    if (term !== 'energy' && !without.includes(term)) bound += further(0, pointsOf(weight, 1))
  return bound
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
