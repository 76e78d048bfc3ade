import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { CorrectionRow, FocusTables, SessionRow, StretchRow } from '../database.ts'
import { stretchesOf } from '../session/find-session.ts'

/** What a session came to, by the clock or by what somebody said afterwards. */
export interface Counted {
  from: number
  /** Milliseconds. */
  worked: number
  taskId: string | null
  leftOut: boolean
  /** The stretches of work; where somebody gave the time, one from its begin on. */
  work: { from: number; until: number }[]
}

/** A session of before with all that was said of it. */
export interface PastRow {
  session: SessionRow
  stretches: StretchRow[]
  corrections: CorrectionRow[]
}

/** Sessions with their stretches and corrections, in the order they were given. */
export async function withRecords(db: ReadDatabase<FocusTables>, sessions: readonly SessionRow[]): Promise<PastRow[]> {
  const stretches: StretchRow[] = []
  const corrections: CorrectionRow[] = []
  for (let from = 0; from < sessions.length; from += AT_ONCE) {
    const ids = sessions.slice(from, from + AT_ONCE).map(({ id }) => id)
    stretches.push(...(await stretchesOf(db, ids)))
    corrections.push(...(await correctionsOf(db, ids)))
  }
  const stretchesBy = Map.groupBy(stretches, ({ session_id }) => session_id)
  const correctionsBy = Map.groupBy(corrections, ({ session_id }) => session_id)
  return sessions.map((session) => ({
    session,
    stretches: stretchesBy.get(session.id) ?? [],
    corrections: correctionsBy.get(session.id) ?? [],
  }))
}

/** What the clock saw. */
export function originalOf({ session, stretches }: PastRow): Counted {
  const work = stretches
    .filter(({ kind, ended_at }) => kind === 'work' && ended_at !== null)
    .map(({ started_at, ended_at }) => ({ from: started_at, until: ended_at! }))
  return {
    from: session.started_at,
    worked: work.reduce((sum, { from, until }) => sum + until - from, 0),
    taskId: session.task_id,
    leftOut: false,
    work,
  }
}

/** What a correction says. */
export function correctedBy(row: PastRow, correction: CorrectionRow): Counted {
  const { started_at: from, worked, task_id: taskId } = correction
  const work = correction.placed === 1 ? [{ from, until: from + worked }] : originalOf(row).work
  return { from, worked, taskId, leftOut: correction.left_out === 1, work }
}

/** What counts of a session. */
export function countedOf(row: PastRow): Counted {
  const last = row.corrections.at(-1)
  return last ? correctedBy(row, last) : originalOf(row)
}

const AT_ONCE = 200

function correctionsOf(db: ReadDatabase<FocusTables>, ids: readonly string[]): Promise<CorrectionRow[]> {
  return db.selectFrom('focus_correction').selectAll().where('session_id', 'in', ids).orderBy('id').execute()
}
