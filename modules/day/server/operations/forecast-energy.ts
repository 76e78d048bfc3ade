import { personOf } from '#kernel/actor.ts'
import { forecastEnergy } from '../../contract.ts'
import { query } from '../database.ts'
import { forecastOf } from '../energy/forecast.ts'
import { todayOf } from '../today.ts'

/** How somebody was long ago says less of today. */
const MOST = 1000

export default query(forecastEnergy, async (context, { zone }) => {
  const { db, actor, fail } = context
  const today = await todayOf(context, zone)
  if (!today) return fail('bad-zone')
  const rows = await db
    .selectFrom('day_energy')
    .select(['level', 'on_day as day', 'hour'])
    .where('person_id', '=', personOf(actor))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return forecastOf(rows.toReversed(), today.date)
})
