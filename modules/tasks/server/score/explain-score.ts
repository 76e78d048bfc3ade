import type { ScoreTerm, ScoreWeights, TaskScore } from '../../contract.ts'
import { isOpen } from '../status.ts'
import type { ScoreFacts } from './facts.ts'
import { dueOf, pointsOf, values } from './score-of.ts'

const DAY = 86_400_000

/** The score of a task with each term that counts and why, the weightiest first. */
export function explainScore(
  facts: ScoreFacts,
  weights: ScoreWeights,
  now: number,
  energy: number | null,
): Omit<TaskScore, 'id'> {
  if (!isOpen(facts.status)) return { score: 0, terms: [] }
  const terms = (Object.keys(values) as ScoreTerm[])
    .map((term) => {
      const value = values[term](facts, now, energy)
      return {
        term,
        value: Math.round(value * 100) / 100,
        weight: weights[term],
        points: pointsOf(weights[term], value) / 100,
        reason: REASONS[term](facts, now),
      }
    })
    .filter(({ value, weight }) => value !== 0 && weight !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const hundredths = terms.reduce((sum, { points }) => sum + Math.round(points * 100), 0)
  return { score: hundredths / 100, terms }
}

const REASONS: Record<ScoreTerm, (facts: ScoreFacts, now: number) => string> = {
  due: (facts, now) => {
    const left = dueOf(facts)! - now
    const days = Math.floor(Math.abs(left) / DAY)
    if (left < 0) return days === 0 ? 'Was due within the last day' : `Still open ${plural(days, 'day')} after its date`
    return days === 0 ? 'Due within a day' : `Due in ${plural(days, 'day')}`
  },
  priority: ({ priority }) => `Priority ${priority} of 3`,
  blocking: ({ holdsUp }) => (holdsUp === 1 ? 'One task waits for it' : `${holdsUp} tasks wait for it`),
  doing: () => 'You have begun it',
  age: ({ created_at }, now) => `Made ${plural(Math.floor((now - created_at) / DAY), 'day')} ago`,
  effort: ({ estimate_min, estimate_max }) => `About ${plural((estimate_max ?? estimate_min)!, 'minute')}`,
  energy: ({ energy }) => `Needs ${['little', 'some', 'much'][energy! - 1]} energy, which you have`,
  blocked: () => 'It waits for another task',
  waiting: () => 'It waits for somebody',
  later: ({ start_on }) => `Not before ${start_on}`,
}

function plural(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`
}
