import { Failure } from '#kernel/failure.ts'
import { skipRitual } from '../../contract.ts'
import { command } from '../database.ts'
import { answerRitual, isKept, keepPart, spokenDay } from '../ritual/keep-ritual.ts'

export default command(skipRitual, async (context, { part, ...named }) => {
  const spoken = await spokenDay(context, named, part)
  if (spoken instanceof Failure) return spoken
  // What was kept stays kept.
  if (!(await isKept(context, spoken.day, part))) await keepPart(context, spoken.day, part, 'skipped')
  return answerRitual(context, spoken.today, named.day)
})
