import { toInstant } from '#base/time.ts'
import { personOf } from '#kernel/actor.ts'
import { dayChanged, postponeEnergy } from '../../contract.ts'
import { command } from '../database.ts'
import { savePerson } from '../find-person.ts'

/** Nobody is asked about their energy more often. */
export const PROMPT_EVERY_MS = 3_600_000

export default command(postponeEnergy, async ({ db, actor, emit, now }) => {
  const personId = personOf(actor)
  await savePerson(db, personId, { energy_postponed_at: now() })
  emit(dayChanged, { id: personId, part: 'energy' })
  return { until: toInstant(now() + PROMPT_EVERY_MS) }
})
