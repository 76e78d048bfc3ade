import { kindFeatures, titleFeatures, type Features } from './features.ts'
import { hash } from './hash.ts'
import { learnError, newLinearModel, sumOf, type LinearModel } from './linear-model.ts'
import {
  newPastTitles,
  rememberTitle,
  sameTitle,
  similarTitles,
  type PastTitle,
  type PastTitles,
  type SimilarTitle,
} from './past-titles.ts'
import type { TaskFacts } from './past-task.ts'
import { weightedMean, weightedMedian, type Weighted } from './weighted.ts'

/** Where everybody begins: three quarters of an hour. */
const BEGINNING = Math.log(45)
/** Quick learners suit work that shifts, slow ones work that repeats; which it is shows by itself. */
const LEARNERS = [
  [0.05, 0.3],
  [0.1, 0.3],
  [0.06, 0.1],
] as const
/** How much a guess is believed for having been right, and how quickly that is forgotten. */
const TRUST = 1
const FORGETTING = 0.998
/** What the guess counts beside tasks of the same title, each newer one of which counts more. */
const GUESS_WEIGHT = 2
const OLDER_TITLE = 0.85

/** Several ways to guess the logarithm of a task's minutes, and how wrong each was lately. */
export interface Guesses {
  kind: LinearModel
  learners: LinearModel[]
  titles: PastTitles
  losses: number[]
}

/** A guess, with what learning from the outcome needs. */
export interface Guess {
  /** Natural logarithm of the minutes. */
  value: number
  single: number[]
  kind: { features: Features; value: number }
  learners: { features: Features; values: number[] }
  same: PastTitle[]
  similar: SimilarTitle[]
  norm: number
}

export function newGuesses(): Guesses {
  return {
    kind: newLinearModel(0.06, 0.3),
    learners: LEARNERS.map(([rate, bend]) => newLinearModel(rate, bend)),
    titles: newPastTitles(),
    losses: Array<number>(LEARNERS.length * 2 + 1).fill(0),
  }
}

/** Weighs the guesses by how right they were lately (exponential weights: Littlestone, Warmuth 1994). */
export function guess(guesses: Guesses, facts: TaskFacts): Guess {
  const features = kindFeatures(facts)
  const all = [...features, ...titleFeatures(facts)]
  const kind = { features, value: BEGINNING + sumOf(guesses.kind, features) }
  const learners = { features: all, values: guesses.learners.map((model) => BEGINNING + sumOf(model, all)) }
  const { similar, norm } = similarTitles(guesses.titles, facts)
  const same = sameTitle(guesses.titles, facts)

  const single = learners.values.flatMap((value) => [
    value,
    withSameTitle(withSimilarTitles(value, kind.value, similar, facts), same),
  ])
  single.push(kind.value)
  const least = Math.min(...guesses.losses)
  const weighted = single.map((value, way): Weighted => [value, Math.exp(TRUST * (least - guesses.losses[way]!))])
  return { value: weightedMean(weighted), single, kind, learners, same, similar, norm }
}

/** Takes in what a task took, whose guess was made before. */
export function learnOutcome(guesses: Guesses, facts: TaskFacts, made: Guess, took: number): void {
  guesses.losses = made.single.map((value, way) => guesses.losses[way]! * FORGETTING + Math.abs(took - value))
  learnError(guesses.kind, made.kind.features, took - made.kind.value)
  for (const [index, model] of guesses.learners.entries())
    learnError(model, made.learners.features, took - made.learners.values[index]!)
  rememberTitle(guesses.titles, facts, { took, kind: made.kind.value, norm: made.norm })
}

/** What similar tasks took, carried over to the kind of this one; between median and mean, as both are wrong at times. */
function withSimilarTitles(value: number, kind: number, similar: SimilarTitle[], { person }: TaskFacts): number {
  if (similar.length === 0) return value
  const own = hash(person)
  const weighted = similar.map(({ past, alike, age }): Weighted => {
    const weight = alike ** 3 * (past.person === own ? 1 : 0.6) * 0.9995 ** age
    return [past.took - past.kind + kind, weight]
  })
  weighted.push([value, 1])
  return (weightedMedian(weighted) + weightedMean(weighted)) / 2
}

function withSameTitle(value: number, same: PastTitle[]): number {
  const weighted = same.map(({ took }, index): Weighted => [took, OLDER_TITLE ** index])
  return weightedMean([...weighted, [value, GUESS_WEIGHT]])
}
