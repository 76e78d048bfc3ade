import { subscription } from '#kernel/handlers.ts'
import { userDeleted } from '../../../identity/contract.ts'
import { eraseMailbox } from '../internal.ts'

/** Mail is its owner's alone: with the account it goes for good. */
export default subscription({
  name: 'mail.erase-deleted',
  events: [userDeleted],
  async handle({ forPerson }, events) {
    for (const { subjectId } of events) await forPerson(subjectId).call(eraseMailbox, {})
  },
})
