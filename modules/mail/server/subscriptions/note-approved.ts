import { subscription } from '#kernel/handlers.ts'
import { suggestionApproved } from '../../../tasks/contract.ts'
import { noteApproved } from '../tidying/internal.ts'

/** A suggestion that became a task is suggested no more. */
export default subscription({
  name: 'mail.note-approved',
  events: [suggestionApproved],
  async handle({ forPerson }, events) {
    for (const { subjectId, personId } of events)
      if (personId !== null) await forPerson(personId).call(noteApproved, { id: subjectId })
  },
})
