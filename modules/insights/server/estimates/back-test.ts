import { BANDS } from './adaptive-range.ts'
import { estimate, learn, type Estimate, type Estimator } from './estimator.ts'
import type { PastTask } from './past-task.ts'

/** How estimates fared on tasks in their order, each made from earlier ones alone. */
export interface BackTest {
  tasks: number
  /** Mean of |ln(estimated / actual)| without the person's own estimate. */
  error: number
  /** The same of the median of the person's earlier tasks, which is the least that one can do. */
  medianError: number
  bands: BandCoverage[]
  /** Tasks with an estimate of the person's own, the mean error of it, and of what would have been suggested. */
  own: { tasks: number; error: number; suggestedError: number; corrected: number }
}

/** How often the range held what tasks took, among people with so many past tasks. */
export interface BandCoverage {
  upTo: number | null
  tasks: number
  held: number
  /** Mean of ln(to / from): how wide ranges were. */
  width: number
}

/** Sums that a back-test is made of, a task at a time. */
export interface BackTestSums {
  tasks: number
  error: number
  medianError: number
  bands: { tasks: number; held: number; width: number }[]
  own: { tasks: number; error: number; suggestedError: number; corrected: number }
  /** Minutes of each person so far, sorted. */
  past: Map<string, number[]>
}

export function newSums(): BackTestSums {
  return {
    tasks: 0,
    error: 0,
    medianError: 0,
    bands: BANDS.map(() => ({ tasks: 0, held: 0, width: 0 })),
    own: { tasks: 0, error: 0, suggestedError: 0, corrected: 0 },
    past: new Map(),
  }
}

/** Estimates a task, notes how that fared, and only then learns from it; answers the estimate. */
export function takeIn(estimator: Estimator, sums: BackTestSums, task: PastTask): Estimate {
  const made = estimate(estimator, task)
  note(sums, task, made)
  learn(estimator, task, made)
  return made
}

export function toBackTest({ tasks, error, medianError, bands, own }: BackTestSums): BackTest {
  const mean = (sum: number, of: number) => (of === 0 ? 0 : sum / of)
  return {
    tasks,
    error: mean(error, tasks),
    medianError: mean(medianError, tasks),
    bands: bands.map((band, index) => ({
      upTo: Number.isFinite(BANDS[index]!) ? BANDS[index]! : null,
      tasks: band.tasks,
      held: band.held,
      width: mean(band.width, band.tasks),
    })),
    own: {
      tasks: own.tasks,
      error: mean(own.error, own.tasks),
      suggestedError: mean(own.suggestedError, own.tasks),
      corrected: own.corrected,
    },
  }
}

function note(sums: BackTestSums, task: PastTask, { minutes, range, suggested, corrected, made }: Estimate): void {
  const off = (value: number) => Math.abs(Math.log(value / task.minutes))
  sums.tasks++
  sums.error += off(minutes)
  sums.medianError += off(takeMedian(sums.past, task) ?? 45)
  const band = sums.bands[made.band]!
  band.tasks++
  if (task.minutes >= range.from && task.minutes <= range.to) band.held++
  band.width += Math.log(range.to / range.from)
  if (task.ownMinutes === null || suggested === null) return
  sums.own.tasks++
  sums.own.error += off(task.ownMinutes)
  sums.own.suggestedError += off(suggested)
  if (corrected) sums.own.corrected++
}

/** The median of the person's earlier tasks, to which this one is added. */
function takeMedian(past: Map<string, number[]>, { person, minutes }: PastTask): number | undefined {
  const sorted = past.get(person) ?? []
  past.set(person, sorted)
  const median = sorted[sorted.length >> 1]
  const place = sorted.findIndex((other) => other > minutes)
  sorted.splice(place < 0 ? sorted.length : place, 0, minutes)
  return median
}
