import { extendSession } from '../../contract.ts'
import { command } from '../database.ts'
import { changeSession } from '../session/change-session.ts'
import { clockOf } from '../session/clock.ts'
import { saveStretch } from '../session/stretches.ts'

export default command(extendSession, (context, { id, minutes }) =>
  changeSession(context, id, async ({ session, stretches }) => {
    const { db, fail, now } = context
    const { planned, elapsed } = clockOf(session, stretches, now())
    // What counts up has no end to move.
    if (planned === null) return fail('not-now')
    const longer = Math.max(planned, elapsed) + minutes * 60_000
    await saveStretch(db, { ...stretches.at(-1)!, planned: longer })
  }),
)
