import { personOf } from '#kernel/actor.ts'
import { dayChanged, removePause } from '../../contract.ts'
import { command } from '../database.ts'
import { findPause, toPause } from '../ritual/pauses.ts'

export default command(removePause, async ({ db, actor, emit, fail }, { id }) => {
  const personId = personOf(actor)
  const pause = await findPause(db, personId, id)
  if (!pause) return fail('pause-not-found')
  await db.deleteFrom('day_pause').where('id', '=', id).execute()
  emit(dayChanged, { id: personId, part: 'pauses' })
  return toPause(pause)
})
