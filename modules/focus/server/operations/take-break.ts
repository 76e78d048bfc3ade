import { takeBreak } from '../../contract.ts'
import { command } from '../database.ts'
import { changeSession } from '../session/change-session.ts'
import { clockOf } from '../session/clock.ts'
import { beginStretch, endStretch } from '../session/stretches.ts'

export default command(takeBreak, (context, { id, overtime }) =>
  changeSession(context, id, async (whole) => {
    const { db, fail, now } = context
    const { phase, nextBreak } = clockOf(whole.session, whole.stretches, now())
    if (phase % 2 === 0) return fail('not-now')
    await endStretch(db, whole, overtime, now())
    await beginStretch(db, whole, { kind: 'break', phase: phase + 1, planned: nextBreak, started_at: now() })
  }),
)
