import { fromInstant } from '#base/time.ts'
import { personOf } from '#kernel/actor.ts'
import { bellRang } from '../../contract.ts'
import { command } from '../database.ts'
import { ringBell } from '../internal.ts'
import { clockOf } from '../session/clock.ts'
import { findSession } from '../session/find-session.ts'

export default command(ringBell, async ({ db, actor, emit, now }, { id, bellAt }) => {
  const whole = await findSession(db, personOf(actor), id)
  if (!whole) return { told: false }
  const due = fromInstant(bellAt)
  const clock = clockOf(whole.session, whole.stretches, now())
  // Moved on, paused or ended since, or rung by a page: there is nothing to tell.
  if (clock.bellAt !== due || whole.stretches.at(-1)!.bell_heard === due) return { told: false }
  emit(bellRang, { id, bellAt })
  return { told: true }
})
