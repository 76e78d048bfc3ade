import { personOf } from '#kernel/actor.ts'
import { dayChanged, removeEnergy } from '../../contract.ts'
import { command } from '../database.ts'
import { toCheckIn } from '../energy/to-check-in.ts'

export default command(removeEnergy, async ({ db, actor, emit, fail }, { id }) => {
  const personId = personOf(actor)
  const row = await db
    .selectFrom('day_energy')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return fail('check-in-not-found')

  await db.deleteFrom('day_energy').where('id', '=', id).execute()
  emit(dayChanged, { id: personId, part: 'energy' })
  return toCheckIn(row)
})
