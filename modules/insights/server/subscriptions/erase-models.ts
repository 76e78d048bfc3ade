import { subscription } from '#kernel/handlers.ts'
import { userDeleted, workspaceErased } from '../../../identity/contract.ts'
import { eraseModels } from '../internal.ts'

/** What was learned of a person goes with their account or their workspace. */
export default subscription({
  name: 'insights.erase',
  events: [userDeleted, workspaceErased],
  async handle({ forPerson }, events) {
    for (const { type, subjectId } of events)
      await forPerson(subjectId).call(eraseModels, { everybody: type === workspaceErased.name })
  },
})
