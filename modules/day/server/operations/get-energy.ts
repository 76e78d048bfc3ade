import { personOf } from '#kernel/actor.ts'
import { gamesAndPrompts, getEnergy } from '../../contract.ts'
import { query } from '../database.ts'
import { energyOn } from '../energy/energy-today.ts'
import { toCheckIn } from '../energy/to-check-in.ts'
import { findPerson } from '../find-person.ts'
import { isPausedOn } from '../ritual/pauses.ts'
import { isAwake, todayOf } from '../today.ts'
import { PROMPT_EVERY_MS } from './postpone-energy.ts'

export default query(getEnergy, async (context, { zone }) => {
  const { db, actor, fail, now, setting } = context
  const today = await todayOf(context, zone)
  if (!today) return fail('bad-zone')
  const personId = personOf(actor)
  const rows = await energyOn(db, personId, today.date)
  const { energy_postponed_at } = await findPerson(db, personId)
  const asked = Math.max(rows.at(-1)?.at ?? 0, energy_postponed_at ?? 0)
  const prompt =
    (await setting(gamesAndPrompts)) &&
    isAwake(today) &&
    now() - asked >= PROMPT_EVERY_MS &&
    !(await isPausedOn(db, personId, today.date))
  const items = rows.map(toCheckIn)
  return { day: today.date, latest: items.at(-1) ?? null, today: items, prompt }
})
