import { fromInstant } from '#base/time.ts'
import { stopTimer } from '../../contract.ts'
import { command } from '../database.ts'
import { endTimer } from '../time/end-timer.ts'
import { runningTimer } from '../time/entries.ts'
import { titledEntry } from '../time/to-time-entry.ts'

export default command(stopTimer, async (context, { endedAt }) => {
  const { db, actor, fail, now } = context
  const running = await runningTimer(db, actor.id)
  if (!running) return fail('no-timer')
  const ended = await endTimer(context, running, endedAt === undefined ? now() : fromInstant(endedAt))
  if (!ended) return fail('bad-span')
  return titledEntry(db, ended, now())
})
