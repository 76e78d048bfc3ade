import { subscription } from '#kernel/handlers.ts'
import { workspaceErased } from '../../../identity/contract.ts'
import { eraseBatch } from '../internal.ts'

/** Rows erased a transaction: small enough that nobody waits long. */
const BATCH = 200

/** With a workspace its tasks and projects go. */
export default subscription({
  name: 'tasks.erase-workspaces',
  events: [workspaceErased],
  async handle({ call }) {
    while ((await call(eraseBatch, { limit: BATCH })).erased > 0);
  },
})
