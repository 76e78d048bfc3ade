import { useEffect, useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { Briefing } from '#modules/day/contract.ts'
import { Card } from './card.tsx'
import type { DaySettings } from './use-day.ts'
import { clockTime, hourInWords, minuteOfDay, minutesOf } from './words.ts'

interface DayLineProps {
  briefing: Briefing
  settings: DaySettings
}

const DAY = 24 * 60

/** The hours of the day as a line with what has a time on it, and the same as a list. */
export function DayLine({ briefing, settings: { zone, rhythm } }: DayLineProps) {
  const now = useMinute(zone)
  const timed = briefing.due
    .flatMap((task) => (task.dueAt ? [{ task, minute: minuteOfDay(task.dueAt, zone) }] : []))
    .sort((one, other) => one.minute - other.minute)
  const untimed = briefing.due.filter(({ dueAt }) => dueAt === null)
  const begins = minutesOf(rhythm.morningFrom)
  const ends = minutesOf(rhythm.eveningTo)
  // A day that goes past midnight, or has something outside its times, is shown whole.
  const minutes = [now, ...timed.map(({ minute }) => minute)]
  const whole = ends <= begins
  const from = whole ? 0 : Math.floor(Math.min(begins, ...minutes) / 60) * 60
  const to = whole ? DAY : Math.ceil(Math.max(ends, ...minutes) / 60) * 60
  const place = (minute: number) => `${(100 * (minute - from)) / (to - from)}%`
  return (
    <Card title="The day’s line" accent="pink">
      <div aria-hidden className="relative mx-1 h-12">
        <div className="absolute inset-x-0 top-5 h-2 border-(length:--border) border-line bg-sunken" />
        <div className="absolute top-5 h-2 bg-ink" style={{ left: 0, width: place(now) }} />
        <div className="absolute top-1 h-9 w-1 -translate-x-1/2 bg-ink" style={{ left: place(now) }} />
        {timed.map(({ task, minute }) => (
          <span
            key={task.id}
            className="absolute top-3.5 size-5 -translate-x-1/2 border-2 border-line bg-pink"
            style={{ left: place(minute) }}
          />
        ))}
      </div>
      <div aria-hidden className="flex justify-between text-xs text-ink-soft tabular-nums">
        <span>{hourInWords(from / 60)}</span>
        <span>{hourInWords((from + to) / 120)}</span>
        <span>{hourInWords(to / 60)}</span>
      </div>
      {briefing.due.length === 0 ? (
        <p className="text-ink-soft">Nothing has a time today.</p>
      ) : (
        <ul aria-label="Due today" className="m-0 flex list-none flex-col gap-1.5 p-0">
          {[...timed.map(({ task }) => task), ...untimed].map((task) => (
            <li key={task.id} className="flex gap-3">
              <span className="w-16 shrink-0 text-sm font-semibold tabular-nums">
                {task.dueAt ? clockTime(task.dueAt, zone) : 'today'}
              </span>
              <Link
                to="/tasks/{-$taskId}"
                params={{ taskId: task.id }}
                className="min-w-0 text-ink no-underline wrap-anywhere hover:underline"
              >
                {task.title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** The minute it is, as a clock in that zone shows it. */
function useMinute(zone: string): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return minuteOfDay(now, zone)
}
