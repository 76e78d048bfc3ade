import type { ScoreTerm, ScoreWeights } from '../../contract.ts'
import { isOpen } from '../status.ts'
import type { ScoreFacts } from './facts.ts'

export const DAY = 86_400_000
/** A due date begins to count so many days ahead, and counts in full so many days after. */
export const AHEAD = 14
const AFTER = 7
/** A task of so many days counts as old. */
const OLD = 365
/** Minutes: what is shorter is easily done in between, what is longer is not. */
const SHORT = 15
const LONG = 240

/** How far a term applies to a task, from 0 to 1. */
export type Value = (facts: ScoreFacts, now: number, energy: number | null) => number

/** The terms of a score, after Taskwarrior's urgency; each is 0 where nothing is known. */
export const values: Record<ScoreTerm, Value> = {
  due: (facts, now) => {
    const at = dueOf(facts)
    if (at === null) return 0
    const left = (at - now) / DAY
    return left > AHEAD ? 0 : clamp(0.2 + (0.8 * (AHEAD - left)) / (AHEAD + AFTER))
  },
  priority: ({ priority }) => [0, 0.3, 0.65, 1][priority]!,
  blocking: ({ holdsUp }) => (holdsUp === 0 ? 0 : clamp(0.5 + holdsUp / 10)),
  doing: ({ status }) => Number(status === 'doing'),
  age: ({ created_at }, now) => clamp((now - created_at) / DAY / OLD),
  effort: ({ estimate_min, estimate_max }) => {
    const minutes = estimate_max ?? estimate_min
    return minutes === null ? 0 : clamp((LONG - minutes) / (LONG - SHORT))
  },
  // What needs less energy than there is fits as well as a third for each step between.
  energy: (facts, _now, energy) =>
    facts.energy === null || energy === null || facts.energy > energy ? 0 : 1 - (energy - facts.energy) / 3,
  blocked: ({ blocked }) => blocked,
  waiting: ({ status }) => Number(status === 'waiting'),
  later: ({ start_on }, now) => Number(start_on !== null && Date.parse(start_on) > now),
}

const terms = Object.keys(values) as ScoreTerm[]

/** The score of a task in hundredths. What has ended presses no more. */
export function scoreOf(facts: ScoreFacts, weights: ScoreWeights, now: number, energy: number | null): number {
  if (!isOpen(facts.status)) return 0
  let sum = 0
  for (const term of terms) sum += pointsOf(weights[term], values[term](facts, now, energy))
  return sum
}

/** Points in whole hundredths, so that the terms shown add up to the score shown. */
export function pointsOf(weight: number, value: number): number {
  return Math.round(weight * value * 100)
}

/** When a task presses: when it is due or, if sooner, at the end of its deadline's day. */
export function dueOf({ due_at, deadline_on }: Pick<ScoreFacts, 'due_at' | 'deadline_on'>): number | null {
  const deadline = deadline_on === null ? null : Date.parse(deadline_on) + DAY
  if (due_at === null || deadline === null) return due_at ?? deadline
  return Math.min(due_at, deadline)
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
