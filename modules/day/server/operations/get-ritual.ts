import { personOf } from '#kernel/actor.ts'
import { gamesAndPrompts, getRitual } from '../../contract.ts'
import { query } from '../database.ts'
import { readRitual } from '../ritual/read-ritual.ts'
import { dayOfDate, todayOf } from '../today.ts'

export default query(getRitual, async (context, { day, zone }) => {
  const { db, actor, fail, setting } = context
  const today = await todayOf(context, zone)
  if (!today) return fail('bad-zone')
  const asked = day === undefined ? undefined : dayOfDate(day)
  if (asked !== undefined && asked > today.day) return fail('not-yet')
  return readRitual(db, personOf(actor), today, asked, await setting(gamesAndPrompts))
})
