import { Failure } from '#kernel/failure.ts'
import { closeEvening } from '../../contract.ts'
import { command } from '../database.ts'
import { answerRitual, keepPart, spokenDay } from '../ritual/keep-ritual.ts'

export default command(closeEvening, async (context, { wentWell, canWait, ...named }) => {
  const spoken = await spokenDay(context, named, 'evening')
  if (spoken instanceof Failure) return spoken
  await keepPart(context, spoken.day, 'evening', 'done', wentWell, canWait)
  return answerRitual(context, spoken.today, named.day)
})
