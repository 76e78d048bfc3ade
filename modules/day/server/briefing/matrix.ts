import { dayAt } from '#base/query/zoned-time.ts'
import { fromInstant } from '#base/time.ts'
import type { Task } from '../../../tasks/contract.ts'
import type { Briefing } from '../../contract.ts'
import { dayOfDate, type Today } from '../today.ts'

/** Due within so many days is urgent. */
const URGENT_DAYS = 3
/** A priority from here on is important. */
const IMPORTANT = 2
const MOST = 10

/** Tasks by the four fields of Eisenhower, in the order they come. */
export function matrixOf(tasks: readonly Task[], today: Today): Briefing['matrix'] {
  const field = (urgent: boolean, important: boolean) =>
    tasks
      .filter((task) => isUrgent(task, today) === urgent && task.priority >= IMPORTANT === important)
      .slice(0, MOST)
      .map(({ id, title }) => ({ id, title }))
  return {
    urgentImportant: field(true, true),
    important: field(false, true),
    urgent: field(true, false),
    neither: field(false, false),
  }
}

/** The day by which a task is wanted on the person's own wall; null for none. */
export function wantedOn({ dueAt, deadlineOn }: Task, zone: string): number | null {
  const days = [
    ...(dueAt === null ? [] : [dayAt(fromInstant(dueAt), zone)]),
    ...(deadlineOn === null ? [] : [dayOfDate(deadlineOn)]),
  ]
  return days.length === 0 ? null : Math.min(...days)
}

function isUrgent(task: Task, { day, zone }: Today): boolean {
  const wanted = wantedOn(task, zone)
  return wanted !== null && wanted - day <= URGENT_DAYS
}
