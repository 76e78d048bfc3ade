import { subscription } from '#kernel/handlers.ts'
import { taskCompleted, taskDeleted, taskReopened, taskRestored } from '../../../tasks/contract.ts'
import { noteWork } from '../internal.ts'

/** Who completes tasks has something to be learned from; what is reopened or deleted is unlearned. */
export default subscription({
  name: 'insights.note-work',
  events: [taskCompleted, taskReopened, taskDeleted, taskRestored],
  async handle({ forPerson }, events) {
    const people = new Set(events.flatMap(({ personId }) => personId ?? []))
    for (const personId of people) await forPerson(personId).call(noteWork, {})
  },
})
