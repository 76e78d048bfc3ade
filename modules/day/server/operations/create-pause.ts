import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import { createPause, dayChanged } from '../../contract.ts'
import { command, type PauseRow } from '../database.ts'
import { toPause } from '../ritual/pauses.ts'
import { todayOf } from '../today.ts'

export default command(createPause, async (context, { from, to, zone }) => {
  const { db, actor, emit, fail, now } = context
  const today = await todayOf(context, zone)
  if (!today) return fail('bad-zone')
  const begins = from ?? today.date
  if (to !== null && to < begins) return fail('bad-span')

  const personId = personOf(actor)
  const row: PauseRow = { id: uuidv7(now()), person_id: personId, from_day: begins, to_day: to, created_at: now() }
  await db.insertInto('day_pause').values(row).execute()
  emit(dayChanged, { id: personId, part: 'pauses' })
  return toPause(row)
})
