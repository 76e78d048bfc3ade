import { hearBell } from '../../contract.ts'
import { command } from '../database.ts'
import { clockOf } from '../session/clock.ts'
import { findSession } from '../session/find-session.ts'
import { saveStretch } from '../session/stretches.ts'

export default command(hearBell, async ({ db, actor, fail, now }, { id }) => {
  const whole = await findSession(db, actor.id, id)
  if (!whole) return fail('session-not-found')
  const { bellAt } = clockOf(whole.session, whole.stretches, now())
  if (bellAt === null || bellAt > now()) return { heard: false }
  await saveStretch(db, { ...whole.stretches.at(-1)!, bell_heard: bellAt })
  return { heard: true }
})
