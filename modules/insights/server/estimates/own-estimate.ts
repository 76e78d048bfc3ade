import { kindFeatures, type Features } from './features.ts'
import { hash } from './hash.ts'
import { learnError, newLinearModel, sumOf, type LinearModel } from './linear-model.ts'
import type { TaskFacts } from './past-task.ts'

/** Tasks that a person must have estimated before a correction is looked at. */
const ENOUGH = 30
/** The gain must be so many of its standard errors: what is shown must not be chance. */
const SURE = 2

/** What correcting people's own estimates would have brought: two ways, each against leaving them alone. */
export interface OwnEstimates {
  /** What an estimate is off by, learned by kind of task and size of estimate. */
  correction: LinearModel
  gains: Record<number, Gain>[]
}

/** Of a person: tasks, and the sums of what a way was nearer and of its squares. */
interface Gain {
  tasks: number
  sum: number
  squares: number
}

/** The ways a person's estimate could be changed, as logarithms of minutes; the first leaves it as it is. */
export interface OwnWays {
  features: Features
  missing: number
  values: number[]
}

export function newOwnEstimates(): OwnEstimates {
  return { correction: newLinearModel(0.05, 0.3), gains: [{}, {}] }
}

/** Null where the person gave none. */
export function waysToCorrect(own: OwnEstimates, facts: TaskFacts, guess: number): OwnWays | null {
  if (facts.ownMinutes === null || facts.ownMinutes <= 0) return null
  const given = Math.log(facts.ownMinutes)
  const features: Features = [...kindFeatures(facts), ...kindFeatures({ ...facts, labels: [`size ${sizeOf(given)}`] })]
  const missing = sumOf(own.correction, features)
  const corrected = given + missing
  return { features, missing, values: [given, corrected, (2 * corrected + guess) / 3] }
}

/** The way that was better on this person's earlier tasks beyond chance; else 0, their own. */
export function bestWay({ gains }: OwnEstimates, { person }: TaskFacts): number {
  const sure = gains.map((of) => sureGain(of[hash(person)]))
  const best = sure.indexOf(Math.max(...sure))
  return sure[best]! > 0 ? best + 1 : 0
}

export function learnOwn(own: OwnEstimates, { person }: TaskFacts, ways: OwnWays, took: number): void {
  const key = hash(person)
  const [off, ...others] = ways.values.map((value) => Math.abs(took - value))
  for (const [index, other] of others.entries()) {
    const gain = (own.gains[index]![key] ??= { tasks: 0, sum: 0, squares: 0 })
    gain.tasks++
    gain.sum += off! - other
    gain.squares += (off! - other) ** 2
  }
  learnError(own.correction, ways.features, took - ways.values[0]! - ways.missing)
}

/** What a way gained a task at the least. */
function sureGain(gain: Gain | undefined): number {
  if (!gain || gain.tasks < ENOUGH) return 0
  const mean = gain.sum / gain.tasks
  const variance = Math.max(0, gain.squares / gain.tasks - mean ** 2)
  return mean - SURE * Math.sqrt(variance / gain.tasks)
}

/** Estimates of one size: a power of two of minutes. */
function sizeOf(given: number): number {
  return Math.round(given / Math.LN2)
}
