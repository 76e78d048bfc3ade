import type { FocusFigure } from '../../contract.ts'
import { clockOf } from '../session/clock.ts'
import { countedOf, type PastRow } from '../history/records.ts'

/** With fewer sessions a median or a share says more of chance. */
const ENOUGH = 5
const MINUTE = 60_000

/**
 * What the sessions come to; each figure with what it means and how many sessions it is made of. How often the bell was
 * reached is a game element: it is there for who plays.
 */
export function toFigures(sessions: readonly PastRow[], minutes: number, games: boolean): FocusFigure[] {
  const lengths = sessions.map((row) => countedOf(row).worked / MINUTE)
  const planned = sessions.filter(({ session }) => session.mode !== 'flow' && session.by_hand === 0)
  const reached = planned.filter(({ session, stretches }) => clockOf(session, stretches, session.ended_at!).reached)
  const clocked = sessions.filter(({ session }) => session.by_hand === 0)
  const hours = clocked.reduce((sum, row) => sum + countedOf(row).worked, 0) / (60 * MINUTE)
  const distractions = clocked.reduce((sum, { session }) => sum + session.distractions, 0)
  const figures: FocusFigure[] = [
    {
      name: 'minutes',
      label: 'Time in focus',
      definition: 'Work within these days, of sessions that have ended; parts of a session count as well.',
      value: minutes,
      unit: 'minutes',
      n: sessions.length,
    },
    {
      name: 'median',
      label: 'A usual session',
      definition: `The median of work a session; from ${ENOUGH} sessions on.`,
      value: lengths.length < ENOUGH ? null : medianOf(lengths),
      unit: 'minutes',
      n: lengths.length,
    },
    {
      name: 'completion',
      label: 'Came to the bell',
      definition: `The share of pomodoro and countdown sessions in which a planned stretch of work was finished; from ${ENOUGH} on.`,
      value: planned.length < ENOUGH ? null : (100 * reached.length) / planned.length,
      unit: 'percent',
      n: planned.length,
    },
    {
      name: 'distractions',
      label: 'Thoughts in between',
      definition: `Thoughts parked or counted an hour of work; from ${ENOUGH} sessions and an hour on.`,
      value: clocked.length < ENOUGH || hours < 1 ? null : distractions / hours,
      unit: 'an hour',
      n: clocked.length,
    },
  ]
  return games ? figures : figures.filter(({ name }) => name !== 'completion')
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2
}
