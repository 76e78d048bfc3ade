import type { SessionRow, StretchRow } from '../database.ts'

/** What a session is doing at an instant; milliseconds. */
export interface Clock {
  state: 'working' | 'paused' | 'resting' | 'ended'
  /** Of the phase: work has odd numbers, breaks have even ones. */
  phase: number
  worked: number
  rested: number
  /** How long the phase has lasted, pauses left out. */
  elapsed: number
  planned: number | null
  bellAt: number | null
  /** How long the break after this work is to be. */
  nextBreak: number
  cycle: number
  reached: boolean
}

/** Reads the clock of a session off its stored stretches, so that it is the same on every device and after a restart. */
export function clockOf(session: SessionRow, stretches: readonly StretchRow[], now: number): Clock {
  const current = stretches.at(-1)!
  const lengthOf = (of: readonly StretchRow[]) =>
    of.reduce((sum, { started_at, ended_at }) => sum + Math.max(0, (ended_at ?? now) - started_at), 0)
  const working = stretches.filter(({ kind }) => kind === 'work')
  const phase = stretches.filter((stretch) => stretch.phase === current.phase && stretch.kind !== 'pause')
  const elapsed = lengthOf(phase)
  const running = current.ended_at === null && current.kind !== 'pause'
  const cycle = Math.ceil(current.phase / 2)
  return {
    state: stateOf(session, current),
    phase: current.phase,
    worked: lengthOf(working),
    rested: lengthOf(stretches.filter(({ kind }) => kind === 'break')),
    elapsed,
    planned: current.planned,
    bellAt: running && current.planned !== null ? now + current.planned - elapsed : null,
    nextBreak: breakAfter(
      session,
      cycle,
      lengthOf(working.filter((stretch) => Math.ceil(stretch.phase / 2) === cycle)),
    ),
    cycle,
    reached: isReached(session, working, lengthOf),
  }
}

/** Milliseconds that the work of a session is planned to last; null while it counts up. */
export function plannedWork({ mode, work_minutes }: Pick<SessionRow, 'mode' | 'work_minutes'>): number | null {
  return mode === 'flow' ? null : work_minutes * MINUTE
}

function stateOf(session: SessionRow, current: StretchRow): Clock['state'] {
  if (session.ended_at !== null) return 'ended'
  if (current.kind === 'pause') return 'paused'
  return current.kind === 'work' ? 'working' : 'resting'
}

function breakAfter(session: SessionRow, cycle: number, worked: number): number {
  if (session.mode !== 'flow')
    return (cycle % session.cycles === 0 ? session.long_break_minutes : session.break_minutes) * MINUTE
  const share = Math.round(worked / session.break_share / MINUTE) * MINUTE
  return Math.min(LONGEST_BREAK, Math.max(MINUTE, share))
}

/** What was extended is reached where it was planned to end first. */
function isReached(
  session: SessionRow,
  working: readonly StretchRow[],
  lengthOf: (of: readonly StretchRow[]) => number,
): boolean {
  const planned = plannedWork(session)
  if (planned === null) return false
  const phases = Map.groupBy(working, ({ phase }) => phase)
  return phases.values().some((stretches) => lengthOf(stretches) >= planned)
}

const MINUTE = 60_000
const LONGEST_BREAK = 60 * MINUTE
