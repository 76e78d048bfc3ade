import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { FocusSession, Setup } from '../../contract.ts'
import type { SetupColumns } from '../database.ts'
import { clockOf } from './clock.ts'
import type { WholeSession } from './find-session.ts'

/** A session as the API shows it, as of now; what it has earned only with game elements. */
export function toSession(
  { session, stretches }: WholeSession,
  taskTitle: string | null,
  now: number,
  games: boolean,
): FocusSession {
  const clock = clockOf(session, stretches, now)
  return {
    ...toSetup(session),
    id: session.id,
    state: clock.state,
    taskId: session.task_id,
    taskTitle,
    intention: session.intention,
    together: session.together === 1,
    startedAt: toInstant(session.started_at),
    endedAt: toInstantOrNull(session.ended_at),
    now: toInstant(now),
    workedSeconds: seconds(clock.worked),
    restedSeconds: seconds(clock.rested),
    phaseSeconds: seconds(clock.elapsed),
    plannedSeconds: clock.planned === null ? null : seconds(clock.planned),
    bellAt: toInstantOrNull(clock.bellAt),
    breakSeconds: seconds(clock.nextBreak),
    cycle: clock.cycle,
    reached: games ? clock.reached : null,
    distractions: session.distractions,
  }
}

/** Columns of a setup as the API shows them. */
export function toSetup(row: SetupColumns): Setup {
  return {
    mode: row.mode,
    workMinutes: row.work_minutes,
    breakMinutes: row.break_minutes,
    longBreakMinutes: row.long_break_minutes,
    cycles: row.cycles,
    breakShare: row.break_share,
    sound: row.sound,
  }
}

/** The other way round. */
export function toColumns(setup: Setup): SetupColumns {
  return {
    mode: setup.mode,
    work_minutes: setup.workMinutes,
    break_minutes: setup.breakMinutes,
    long_break_minutes: setup.longBreakMinutes,
    cycles: setup.cycles,
    break_share: setup.breakShare,
    sound: setup.sound,
  }
}

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000)
