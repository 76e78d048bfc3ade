import { formatDay } from '#base/query/calendar.ts'
import { personOf } from '#kernel/actor.ts'
import { dayChanged, endPause } from '../../contract.ts'
import { command } from '../database.ts'
import { findPause, toPause } from '../ritual/pauses.ts'
import { todayOf } from '../today.ts'

export default command(endPause, async (context, { id, zone }) => {
  const { db, actor, emit, fail } = context
  const personId = personOf(actor)
  const pause = await findPause(db, personId, id)
  if (!pause) return fail('pause-not-found')
  const today = await todayOf(context, zone)
  if (!today) return fail('bad-zone')
  if (pause.to_day !== null && pause.to_day < today.date) return toPause(pause)

  const to_day = formatDay(today.day - 1)
  if (to_day < pause.from_day) await db.deleteFrom('day_pause').where('id', '=', id).execute()
  else await db.updateTable('day_pause').set({ to_day }).where('id', '=', id).execute()
  emit(dayChanged, { id: personId, part: 'pauses' })
  return toPause({ ...pause, to_day })
})
