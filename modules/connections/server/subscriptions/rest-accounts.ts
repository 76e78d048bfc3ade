import { subscription } from '#kernel/handlers.ts'
import { memberRemoved } from '../../../identity/contract.ts'
import { restAccounts } from '../internal.ts'

/** Whoever left a workspace sees nothing in it: nothing more is fetched for them, until they are back and resume. */
export default subscription({
  name: 'connections.rest',
  events: [memberRemoved],
  async handle({ forPerson }, events) {
    for (const { subjectId } of events) await forPerson(subjectId).call(restAccounts, {})
  },
})
