import { subscription } from '#kernel/handlers.ts'
import { memberRemoved, userDeleted, workspaceErased } from '../../../identity/contract.ts'
import { eraseNotices } from '../internal.ts'

/** Rows erased a transaction: small enough that nobody waits long. */
const BATCH = 200

/** Notices go with the account or the workspace they were for, and with whoever leaves by themselves. */
export default subscription({
  name: 'notifications.erase',
  events: [userDeleted, memberRemoved, workspaceErased],
  async handle({ forPerson }, events) {
    for (const { type, subjectId, data } of events) {
      if (type === memberRemoved.name && !('left' in data && data.left === true)) continue
      const everybody = type === workspaceErased.name
      while ((await forPerson(subjectId).call(eraseNotices, { everybody, limit: BATCH })).erased > 0);
    }
  },
})
