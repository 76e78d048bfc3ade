import { subscription } from '#kernel/handlers.ts'
import { userDeleted, workspaceErased } from '../../../identity/contract.ts'
import { eraseAccounts } from '../internal.ts'

/** Accounts removed a transaction: small enough that nobody waits long. */
const BATCH = 50

/** Accounts go with the person or the workspace they were of, and their access is revoked. */
export default subscription({
  name: 'connections.erase',
  events: [userDeleted, workspaceErased],
  async handle({ forPerson }, events) {
    for (const { type, subjectId } of events) {
      const everybody = type === workspaceErased.name
      while ((await forPerson(subjectId).call(eraseAccounts, { everybody, limit: BATCH })).erased > 0);
    }
  },
})
