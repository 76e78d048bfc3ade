import { updateSession } from '../../contract.ts'
import { command } from '../database.ts'
import { changeSession } from '../session/change-session.ts'
import { mayName } from '../session/titles.ts'

export default command(updateSession, (context, { id, taskId, intention, together, sound }) =>
  changeSession(context, id, async ({ session }) => {
    const { db, ask, fail } = context
    if (!(await mayName(ask, taskId))) return fail('task-not-found')
    await db
      .updateTable('focus_session')
      .set({
        task_id: taskId === undefined ? session.task_id : taskId,
        intention: intention ?? session.intention,
        together: together === undefined ? session.together : together ? 1 : 0,
        sound: sound ?? session.sound,
      })
      .where('id', '=', id)
      .execute()
  }),
)
