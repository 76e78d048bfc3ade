import { subscription } from '#kernel/handlers.ts'
import { suggestionApproved, suggestionReopened } from '../../../tasks/contract.ts'
import { noteApproved } from '../tidying/internal.ts'

/** A suggestion that became a task is suggested no more, until that is taken back. */
export default subscription({
  name: 'mail.note-approved',
  events: [suggestionApproved, suggestionReopened],
  async handle({ forPerson }, events) {
    for (const { type, subjectId, personId } of events)
      if (personId !== null)
        await forPerson(personId).call(noteApproved, { id: subjectId, approved: type === suggestionApproved.name })
  },
})
