import { FailureError } from '#kernel/failure.ts'
import { subscription } from '#kernel/handlers.ts'
import { taskWanted } from '../../../mail/contract.ts'
import { makeWantedTask } from '../internal.ts'

/** Makes the tasks that rules of mail ask for. */
export default subscription({
  name: 'tasks.make-wanted',
  events: [taskWanted],
  async handle({ forPerson }, events) {
    for (const { subjectId, personId } of events) {
      if (personId === null) continue
      try {
        await forPerson(personId).call(makeWantedTask, { messageId: subjectId })
      } catch (cause) {
        // The message is gone by now: there is nothing left to do.
        if (!(cause instanceof FailureError) || cause.failure.declaration.kind !== 'not-found') throw cause
      }
    }
  },
})
