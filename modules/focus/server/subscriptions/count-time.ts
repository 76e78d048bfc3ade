import { FailureError } from '#kernel/failure.ts'
import { subscription } from '#kernel/handlers.ts'
import { noteFocusTime } from '../../../tasks/contract.ts'
import { sessionChanged, sessionCorrected, sessionFinished, sessionStarted } from '../../contract.ts'
import { readWork } from '../internal.ts'

/** Work in focus is time of its task. All of a session is told each time, so that nothing counts twice. */
export default subscription({
  name: 'focus.count-time',
  events: [sessionStarted, sessionChanged, sessionFinished, sessionCorrected],
  async handle({ forPerson }, events) {
    const sessions = new Map(events.map(({ subjectId, personId }) => [subjectId, personId]))
    for (const [sessionId, personId] of sessions) {
      if (personId === null) continue
      const acting = forPerson(personId)
      try {
        const { taskId, stretches, runsSince } = await acting.ask(readWork, { id: sessionId })
        await acting.call(noteFocusTime, { sessionId, taskId, stretches, begunAt: runsSince })
      } catch (cause) {
        // The session was erased meanwhile: there is nothing left to count.
        if (!(cause instanceof FailureError) || cause.failure.declaration.kind !== 'not-found') throw cause
      }
    }
  },
})
