import { subscription } from '#kernel/handlers.ts'
import { userDeleted, workspaceErased } from '../../../identity/contract.ts'
import { eraseBatch } from '../internal.ts'

/** Rows erased a transaction: small enough that nobody waits long. */
const BATCH = 100

/** What somebody wrote down goes with their account or their workspace. */
export default subscription({
  name: 'capture.erase',
  events: [userDeleted, workspaceErased],
  async handle({ forPerson }, events) {
    for (const { type, subjectId } of events) {
      const everybody = type === workspaceErased.name
      while ((await forPerson(subjectId).call(eraseBatch, { everybody, limit: BATCH })).erased > 0);
    }
  },
})
