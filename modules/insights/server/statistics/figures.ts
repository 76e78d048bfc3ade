import type { Figure } from '../../contract.ts'
import type { Work } from '../../../tasks/contract.ts'
import { ownMinutes } from '../model/to-past-task.ts'

/** With fewer tasks a median or a share says more of chance. */
const ENOUGH = 5

/** What the days add up to; each figure with what it means and how many tasks it is made of. */
export function toFigures(created: number, done: readonly Work[]): Figure[] {
  const timed = done.filter(({ spentMinutes }) => spentMinutes > 0)
  const ratios = timed.flatMap((work) => {
    const own = ownMinutes(work)
    return own === null ? [] : [work.spentMinutes / own]
  })
  const ranged = timed.filter(({ estimateMin, estimateMax }) => estimateMin && estimateMax && estimateMin < estimateMax)
  const within = ranged.filter(
    (work) => work.spentMinutes >= work.estimateMin! && work.spentMinutes <= work.estimateMax!,
  )
  return [
    {
      name: 'created',
      label: 'Tasks made',
      definition: 'Your tasks that were made in these days, without those in the trash.',
      value: created,
      unit: 'tasks',
      n: created,
    },
    {
      name: 'done',
      label: 'Tasks done',
      definition: 'Your tasks that were completed in these days and are still done.',
      value: done.length,
      unit: 'tasks',
      n: done.length,
    },
    {
      name: 'spent',
      label: 'Time spent',
      definition: 'Minutes noted on the tasks done in these days, whenever they were spent.',
      value: timed.reduce((sum, { spentMinutes }) => sum + spentMinutes, 0),
      unit: 'minutes',
      n: timed.length,
    },
    {
      name: 'ratio',
      label: 'Time against estimate',
      definition: `The median of time spent over the middle of your estimate, of tasks done that have both; from ${ENOUGH} tasks on.`,
      value: ratios.length < ENOUGH ? null : medianOf(ratios),
      unit: 'times',
      n: ratios.length,
    },
    {
      name: 'in-range',
      label: 'Within your range',
      definition: `The share of tasks done whose time lay within the range you gave; from ${ENOUGH} tasks with a range on.`,
      value: ranged.length < ENOUGH ? null : (100 * within.length) / ranged.length,
      unit: 'percent',
      n: ranged.length,
    },
  ]
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2
}
