import { subscription } from '#kernel/handlers.ts'
import { userDeleted, workspaceErased } from '../../../identity/contract.ts'
import { eraseDays } from '../internal.ts'

/** How somebody's days were goes with their account or their workspace. */
export default subscription({
  name: 'day.erase',
  events: [userDeleted, workspaceErased],
  async handle({ forPerson }, events) {
    for (const { type, subjectId } of events)
      await forPerson(subjectId).call(eraseDays, { everybody: type === workspaceErased.name })
  },
})
