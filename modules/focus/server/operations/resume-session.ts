import { resumeSession } from '../../contract.ts'
import { command } from '../database.ts'
import { changeSession } from '../session/change-session.ts'
import { beginStretch, endStretch } from '../session/stretches.ts'

export default command(resumeSession, (context, { id }) =>
  changeSession(context, id, async (whole) => {
    const { db, fail, now } = context
    const { kind, phase, planned } = whole.stretches.at(-1)!
    if (kind !== 'pause') return fail('not-now')
    await endStretch(db, whole, 'count', now())
    await beginStretch(db, whole, { kind: phase % 2 === 1 ? 'work' : 'break', phase, planned, started_at: now() })
  }),
)
