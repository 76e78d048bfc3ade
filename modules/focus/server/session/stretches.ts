import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { FocusTables, StretchRow } from '../database.ts'
import { clockOf } from './clock.ts'
import type { WholeSession } from './find-session.ts'

/** What is done with time after the bell. */
export type Overtime = 'count' | 'leave-out' | undefined

/** Who answers the bell late has worked on for a while; who forgot it has not worked for a night. */
const GRACE = 10 * 60_000

/** Ends what runs, at the time that counts; answers that time. */
export async function endStretch(
  db: WriteDatabase<FocusTables>,
  { session, stretches }: WholeSession,
  overtime: Overtime,
  now: number,
): Promise<number> {
  const current = stretches.at(-1)!
  const { bellAt } = clockOf(session, stretches, now)
  const endedAt = Math.max(current.started_at, bellAt === null ? now : Math.min(now, bellAt + keptAfter(overtime)))
  await saveStretch(db, { ...current, ended_at: endedAt })
  return endedAt
}

function keptAfter(overtime: Overtime): number {
  if (overtime === undefined) return GRACE
  return overtime === 'count' ? Infinity : 0
}

/** Begins the next stretch of a session. */
export async function beginStretch(
  db: WriteDatabase<FocusTables>,
  { session, stretches }: WholeSession,
  stretch: Pick<StretchRow, 'kind' | 'phase' | 'planned' | 'started_at'>,
): Promise<void> {
  const n = stretches.length
  await db
    .insertInto('focus_stretch')
    .values({ ...stretch, session_id: session.id, n, ended_at: null, bell_heard: null })
    .execute()
}

/** Stores what a stretch has become. */
export async function saveStretch(db: WriteDatabase<FocusTables>, stretch: StretchRow): Promise<void> {
  const { session_id, n, ended_at, planned, bell_heard } = stretch
  await db
    .updateTable('focus_stretch')
    .set({ ended_at, planned, bell_heard })
    .where('session_id', '=', session_id)
    .where('n', '=', n)
    .execute()
}
