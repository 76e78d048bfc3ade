import { toInstant } from '#base/time.ts'
import type { PastSession, SessionRecord } from '../../contract.ts'
import { clockOf } from '../session/clock.ts'
import type { Outline } from '../session/titles.ts'
import { correctedBy, countedOf, originalOf, type Counted, type PastRow } from './records.ts'

type Outlines = ReadonlyMap<string, Outline>

/** A session of before as the API shows it; what it has earned only with game elements. */
export function toPastSession(row: PastRow, outlines: Outlines, games: boolean): PastSession {
  const { session, stretches, corrections } = row
  const endedAt = session.ended_at!
  const clock = clockOf(session, stretches, endedAt)
  return {
    id: session.id,
    mode: session.mode,
    intention: session.intention,
    together: session.together === 1,
    endedAt: toInstant(endedAt),
    restedSeconds: Math.floor(clock.rested / 1000),
    distractions: session.distractions,
    reached: games ? clock.reached : null,
    byHand: session.by_hand === 1,
    counts: toRecord(countedOf(row), outlines),
    original: toRecord(originalOf(row), outlines),
    corrections: corrections.map((correction) => ({
      at: toInstant(correction.at),
      note: correction.note,
      record: toRecord(correctedBy(row, correction), outlines),
    })),
  }
}

/** All tasks that a session names, by the clock or by what was said afterwards. */
export function tasksOf({ session, corrections }: PastRow): (string | null)[] {
  return [session.task_id, ...corrections.map(({ task_id }) => task_id)]
}

function toRecord({ from, worked, taskId, leftOut }: Counted, outlines: Outlines): SessionRecord {
  return {
    startedAt: toInstant(from),
    workedSeconds: Math.floor(worked / 1000),
    taskId,
    taskTitle: taskId === null ? null : (outlines.get(taskId)?.title ?? null),
    leftOut,
  }
}
