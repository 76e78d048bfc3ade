import { Failure } from '#kernel/failure.ts'
import { reopenRitual } from '../../contract.ts'
import { command } from '../database.ts'
import { answerRitual, keepPart, spokenDay } from '../ritual/keep-ritual.ts'

export default command(reopenRitual, async (context, { part, ...named }) => {
  const spoken = await spokenDay(context, named, part)
  if (spoken instanceof Failure) return spoken
  await keepPart(context, spoken.day, part, null)
  return answerRitual(context, spoken.today, named.day)
})
