import { FailureError } from '#kernel/failure.ts'
import { subscription } from '#kernel/handlers.ts'
import { captureHabitsDropped, captureHabitsWanted } from '../../../tasks/contract.ts'
import { acceptHabits, undoHabits } from '../../contract.ts'

/** Makes the habits of a capture that was accepted, and puts them away when that is taken back. */
export default subscription({
  name: 'day.make-wanted-habits',
  events: [captureHabitsWanted, captureHabitsDropped],
  async handle({ forPerson }, events) {
    for (const { type, subjectId, personId, data } of events) {
      if (personId === null) continue
      const input = { id: subjectId, itemIds: data.items as string[] }
      try {
        if (type === captureHabitsWanted.name) await forPerson(personId).call(acceptHabits, input)
        else await forPerson(personId).call(undoHabits, input)
      } catch (cause) {
        if (!(cause instanceof FailureError) || !LEFT.has(cause.failure.declaration.kind)) throw cause
      }
    }
  },
})

// The capture is gone by now, or there are as many habits as there may be: then the piece stays in it, still offered.
const LEFT: ReadonlySet<string> = new Set(['not-found', 'conflict'])
