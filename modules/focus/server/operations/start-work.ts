import { startWork } from '../../contract.ts'
import { command } from '../database.ts'
import { changeSession } from '../session/change-session.ts'
import { plannedWork } from '../session/clock.ts'
import { beginStretch, endStretch } from '../session/stretches.ts'

export default command(startWork, (context, { id, overtime }) =>
  changeSession(context, id, async (whole) => {
    const { db, now } = context
    const { phase } = whole.stretches.at(-1)!
    await endStretch(db, whole, overtime, now())
    // A break that is skipped has its number all the same, so that work keeps the odd ones.
    const next = phase % 2 === 1 ? phase + 2 : phase + 1
    const planned = plannedWork(whole.session)
    await beginStretch(db, whole, { kind: 'work', phase: next, planned, started_at: now() })
  }),
)
