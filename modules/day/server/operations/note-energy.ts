import { uuidv7 } from '#base/ids.ts'
import { fromInstant } from '#base/time.ts'
import { personOf } from '#kernel/actor.ts'
import { dayChanged, noteEnergy } from '../../contract.ts'
import { command, type EnergyRow } from '../database.ts'
import { toCheckIn } from '../energy/to-check-in.ts'
import { onWall, todayOf } from '../today.ts'

/** Clocks differ a little. */
const AHEAD_MS = 5 * 60_000

export default command(noteEnergy, async (context, { level, at, zone }) => {
  const { db, actor, emit, fail, now } = context
  const today = await todayOf(context, zone)
  if (!today) return fail('bad-zone')
  const when = at === undefined ? now() : fromInstant(at)
  if (when > now() + AHEAD_MS) return fail('not-yet')

  const { date, minute } = onWall(when, today.zone)
  const personId = personOf(actor)
  const row: EnergyRow = {
    id: uuidv7(now()),
    person_id: personId,
    level,
    at: when,
    on_day: date,
    hour: Math.floor(minute / 60),
  }
  await db.insertInto('day_energy').values(row).execute()
  emit(dayChanged, { id: personId, part: 'energy' })
  return toCheckIn(row)
})
