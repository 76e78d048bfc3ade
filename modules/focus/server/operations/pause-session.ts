import { pauseSession } from '../../contract.ts'
import { command } from '../database.ts'
import { changeSession } from '../session/change-session.ts'
import { beginStretch, endStretch } from '../session/stretches.ts'

export default command(pauseSession, (context, { id }) =>
  changeSession(context, id, async (whole) => {
    const { db, fail, now } = context
    const { kind, phase, planned } = whole.stretches.at(-1)!
    if (kind === 'pause') return fail('not-now')
    await endStretch(db, whole, 'count', now())
    await beginStretch(db, whole, { kind: 'pause', phase, planned, started_at: now() })
  }),
)
