import { hash } from './hash.ts'
import type { TaskFacts } from './past-task.ts'
import { foldedTitle } from './words-of.ts'

/** Kinds share a place where their hashes meet, so that memory stays bounded. */
const PLACES = 1 << 13
/** How far a guess is off on the average before anything is known. */
const BEGINNING = 0.7
/** What is known of the wider kind counts as so many tasks of the narrower. */
const PRIOR = 6
const OLDER = 0.97

/** How far guesses were off by kind of task: how many count, and the sum of their errors. */
export interface Spread {
  counts: number[]
  sums: number[]
}

export function newSpread(): Spread {
  return { counts: Array<number>(PLACES).fill(0), sums: Array<number>(PLACES).fill(0) }
}

/** How far a guess for this task is likely off, as a logarithm of a ratio: person, label, then title. */
export function spreadOf({ counts, sums }: Spread, facts: TaskFacts): number {
  let expected = BEGINNING
  for (const place of placesOf(facts)) expected = (sums[place]! + PRIOR * expected) / (counts[place]! + PRIOR)
  return Math.max(expected, 0.05)
}

export function learnSpread({ counts, sums }: Spread, facts: TaskFacts, error: number): void {
  for (const place of placesOf(facts)) {
    counts[place] = counts[place]! * OLDER + 1
    sums[place] = sums[place]! * OLDER + Math.abs(error)
  }
}

/** From the widest kind to the narrowest. */
function placesOf({ person, labels, title }: TaskFacts): number[] {
  const ofLabels = labels.map((label) => `${person} label ${label}`)
  return ['all', person, ...ofLabels, `${person} title ${foldedTitle(title)}`].map((name) => hash(name) % PLACES)
}
