import type { Estimator } from './estimator.ts'

/** Raised when what is stored means something else than before: models of another version are learned anew. */
export const MODEL_VERSION = 1

/** Rows of numbers from here on are mostly zeros. */
const LONG = 2000

/** A model as text: long rows of numbers as those that are not zero, fractions with nine digits. */
export function packEstimator(estimator: Estimator): string {
  return JSON.stringify({ version: MODEL_VERSION, estimator }, (_, value: unknown) => {
    // Whole numbers are hashes and counts.
    if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(9))
    return isLongRow(value) ? { length: value.length, filled: filledOf(value) } : value
  })
}

/** The model that was stored; null where it is of another version. */
export function unpackEstimator(text: string): Estimator | null {
  const { version, estimator } = JSON.parse(text, (_, value: unknown) => (isFilled(value) ? toRow(value) : value))
  return version === MODEL_VERSION ? estimator : null
}

interface Filled {
  length: number
  /** Place and value by turns. */
  filled: number[]
}

function filledOf(row: number[]): number[] {
  return row.flatMap((value, place) => (value === 0 ? [] : [place, value]))
}

function toRow({ length, filled }: Filled): number[] {
  const row = Array<number>(length).fill(0)
  for (let index = 0; index < filled.length; index += 2) row[filled[index]!] = filled[index + 1]!
  return row
}

function isLongRow(value: unknown): value is number[] {
  return Array.isArray(value) && value.length >= LONG && typeof value[0] === 'number'
}

function isFilled(value: unknown): value is Filled {
  return typeof value === 'object' && value !== null && 'filled' in value
}
