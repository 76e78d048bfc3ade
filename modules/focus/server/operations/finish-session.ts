import { finishSession, sessionFinished } from '../../contract.ts'
import { command } from '../database.ts'
import { changeSession } from '../session/change-session.ts'
import { endStretch } from '../session/stretches.ts'

export default command(finishSession, (context, { id, overtime }) => {
  const { db, now } = context
  return changeSession(
    context,
    id,
    async (whole) => {
      const endedAt = await endStretch(db, whole, overtime, now())
      await db
        .updateTable('focus_session')
        .set({ ended_at: endedAt, counts_until: endedAt })
        .where('id', '=', id)
        .execute()
    },
    sessionFinished,
  )
})
