import { toInstant } from '#base/time.ts'
import { personOf } from '#kernel/actor.ts'
import { gamesAndPrompts } from '#modules/day/contract.ts'
import { getTimer } from '../../contract.ts'
import { query } from '../database.ts'
import { runningTimer } from '../time/entries.ts'
import { titledEntry } from '../time/to-time-entry.ts'

/** After so long people are asked whether they forgot it; nothing is cut by itself. */
const LONG = 4 * 3_600_000

export default query(getTimer, async ({ db, actor, now, setting }) => {
  const running = await runningTimer(db, personOf(actor))
  return {
    timer: running ? await titledEntry(db, running, now()) : null,
    now: toInstant(now()),
    long: running !== undefined && now() - running.started_at >= LONG && (await setting(gamesAndPrompts)),
  }
})
