import { subscription } from '#kernel/handlers.ts'
import { userDeleted, workspaceErased } from '../../../identity/contract.ts'
import { eraseFocus } from '../internal.ts'

/** Sessions and thoughts go with their person's account or their workspace. */
export default subscription({
  name: 'focus.erase',
  events: [userDeleted, workspaceErased],
  async handle({ forPerson }, events) {
    for (const { type, subjectId } of events)
      await forPerson(subjectId).call(eraseFocus, { everybody: type === workspaceErased.name })
  },
})
