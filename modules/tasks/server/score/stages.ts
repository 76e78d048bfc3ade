import type { ScoreTerm, ScoreWeights } from '../../contract.ts'
import type { Builder, Condition } from '../filter/to-condition.ts'
import { AHEAD, DAY, pointsOf } from './score-of.ts'

/** Tasks to score together; what is in none of the stages so far scores at most `others`, in hundredths. */
export interface Stage {
  /** Each finds its tasks by an index; null finds all. */
  conditions: (((eb: Builder) => Condition) | null)[]
  others: number
}

/** What presses most, then what was begun, then all: each stage has indexes of its own, and the last one needs none. */
export function stagesOf(weights: ScoreWeights, at: number): Stage[] {
  const soon = at + AHEAD * DAY
  return [
    {
      conditions: [
        (eb) => eb('due_order', '<=', soon),
        (eb) => eb('deadline_on', '<=', new Date(soon).toISOString().slice(0, 10)),
        (eb) => eb('tasks_task.id', 'in', eb.selectFrom('tasks_dependency').select('tasks_dependency.on_id')),
      ],
      others: mostWithout(weights, ['due', 'blocking']),
    },
    { conditions: [(eb) => eb('status', '=', 'doing')], others: mostWithout(weights, ['due', 'blocking', 'doing']) },
    { conditions: [null], others: -Infinity },
  ]
}

/** The highest score of a task to which these terms do not apply. Nobody says here how much energy there is. */
function mostWithout(weights: ScoreWeights, terms: readonly ScoreTerm[]): number {
  let most = 0
  for (const [term, weight] of Object.entries(weights) as [ScoreTerm, number][])
    if (term !== 'energy' && !terms.includes(term)) most += Math.max(0, pointsOf(weight, 1))
  return most
}
