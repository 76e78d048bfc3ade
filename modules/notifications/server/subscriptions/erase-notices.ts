import { subscription } from '#kernel/handlers.ts'
import { userDeleted, workspaceErased } from '../../../identity/contract.ts'
import { eraseNotices } from '../internal.ts'

/** Rows erased a transaction: small enough that nobody waits long. */
const BATCH = 200

/** Notices go with the account or the workspace they were for. */
export default subscription({
  name: 'notifications.erase',
  events: [userDeleted, workspaceErased],
  async handle({ forPerson }, events) {
    for (const { type, subjectId } of events) {
      const everybody = type === workspaceErased.name
      while ((await forPerson(subjectId).call(eraseNotices, { everybody, limit: BATCH })).erased > 0);
    }
  },
})
