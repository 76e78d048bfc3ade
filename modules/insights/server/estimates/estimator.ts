import { bandOf, learnRange, newAdaptiveRanges, reachOf, type AdaptiveRanges } from './adaptive-range.ts'
import { hash } from './hash.ts'
import { guess, learnOutcome, newGuesses, type Guess, type Guesses } from './guesses.ts'
import { niceMinutes, niceRange, type MinuteRange } from './nice-range.ts'
import { bestWay, learnOwn, newOwnEstimates, waysToCorrect, type OwnEstimates, type OwnWays } from './own-estimate.ts'
import type { PastTask, TaskFacts } from './past-task.ts'
import { learnSpread, newSpread, spreadOf, type Spread } from './spread.ts'

/** What was learned of how long tasks take. Plain data: it is stored as it is. */
export interface Estimator {
  guesses: Guesses
  spread: Spread
  ranges: AdaptiveRanges
  own: OwnEstimates
  /** Past tasks of each person, and of each person's labels, by hashes. */
  past: Record<number, number>
}

/** What a task is thought to take. */
export interface Estimate {
  /** The likeliest number of minutes, without the person's own estimate. */
  minutes: number
  /** Four of five such tasks took so long. */
  range: MinuteRange
  /** What to plan with: the person's own estimate unless correcting it was better before; null where there is none. */
  suggested: number | null
  /** Whether `suggested` is a correction of the person's own. */
  corrected: boolean
  /** What learning from the outcome needs. */
  made: { guess: Guess; spread: number; band: number; ways: OwnWays | null }
}

export function newEstimator(): Estimator {
  return {
    guesses: newGuesses(),
    spread: newSpread(),
    ranges: newAdaptiveRanges(),
    own: newOwnEstimates(),
    past: {},
  }
}

/** Says what a task is thought to take; changes nothing. */
export function estimate(estimator: Estimator, facts: TaskFacts): Estimate {
  const made = guess(estimator.guesses, facts)
  const spread = spreadOf(estimator.spread, facts)
  const band = bandOf(estimator.past[hash(facts.person)] ?? 0)
  const [low, high] = reachOf(estimator.ranges, band)
  const ways = waysToCorrect(estimator.own, facts, made.value)
  const way = ways ? bestWay(estimator.own, facts) : 0
  const range = niceRange(Math.exp(made.value + low * spread), Math.exp(made.value + high * spread))
  const correction = ways && way > 0 ? niceMinutes(Math.exp(ways.values[way]!)) : null
  // A correction that the range contradicts would leave people with two answers.
  const corrected = correction !== null && correction >= range.from && correction <= range.to
  return {
    minutes: niceMinutes(Math.exp(made.value)),
    range,
    suggested: corrected ? correction : facts.ownMinutes,
    corrected,
    made: { guess: made, spread, band, ways },
  }
}

/** Takes in a task that is done, with the estimate that was made before it was. */
export function learn(estimator: Estimator, task: PastTask, { range, made }: Estimate): void {
  const took = Math.log(task.minutes)
  const error = took - made.guess.value
  learnRange(estimator.ranges, made.band, error / made.spread, task.minutes >= range.from && task.minutes <= range.to)
  learnSpread(estimator.spread, task, error)
  learnOutcome(estimator.guesses, task, made.guess, took)
  if (made.ways) learnOwn(estimator.own, task, made.ways, took)
  for (const name of [task.person, ...task.labels.map((label) => `${task.person} ${label}`)]) {
    const key = hash(name)
    estimator.past[key] = (estimator.past[key] ?? 0) + 1
  }
}
