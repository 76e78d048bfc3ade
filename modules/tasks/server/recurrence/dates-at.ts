import { dayLength, formatDay } from '#base/query/calendar.ts'
import { dayAt } from '#base/query/zoned-time.ts'
import { toInstantOfWall, toWall } from '#base/recurrence/occurrences.ts'
import type { TaskFields } from '../save-task.ts'
import type { Anchor } from './tables.ts'

type Dates = Pick<TaskFields, 'start_on' | 'due_at' | 'deadline_on'>

/** Which date of a task its rule gives: the due date, or else the deadline, or else the start. */
export function anchorOf({ due_at, deadline_on, start_on }: Dates): Anchor {
  if (due_at !== null || (deadline_on === null && start_on === null)) return 'due'
  return deadline_on === null ? 'start' : 'deadline'
}

/** From which date of a rule to which a task moves. */
export interface Move {
  anchor: Anchor
  from: number
  to: number
  zone: string
}

/** A task's dates when it moves to another date of its rule: that one, and the others as far from it in days as before. */
export function datesAt(dates: Dates, move: Move): Dates {
  const moved = shiftDates(dates, move)
  const date = toWall(move.to, move.zone).slice(0, 10)
  if (move.anchor === 'due') return { ...moved, due_at: move.to }
  return move.anchor === 'deadline' ? { ...moved, deadline_on: date } : { ...moved, start_on: date }
}

/** Dates that many days later: those of what is below a task that moves. */
export function shiftDates({ start_on, deadline_on, due_at }: Dates, { from, to, zone }: Move): Dates {
  const days = dayAt(to, zone) - dayAt(from, zone)
  return {
    start_on: start_on && shiftDate(start_on, days),
    deadline_on: deadline_on && shiftDate(deadline_on, days),
    due_at: due_at === null ? null : shiftInstant(due_at, days, zone),
  }
}

function shiftDate(date: string, days: number): string {
  return formatDay(Date.parse(date) / dayLength + days)
}

function shiftInstant(instant: number, days: number, zone: string): number {
  const wall = toWall(instant, zone)
  return toInstantOfWall(`${shiftDate(wall.slice(0, 10), days)}${wall.slice(10)}`, zone)
}
