import { subscription } from '#kernel/handlers.ts'
import { workspaceErased } from '#modules/identity/contract.ts'
import { eraseWorkspace } from '../internal.ts'

/**
 * What was in a workspace is not found any more. A replay of the index passes this by: the records are gone, so that it
 * writes none of them again.
 */
export default subscription({
  name: 'search.erase-workspaces',
  events: [workspaceErased],
  async handle({ call }) {
    await call(eraseWorkspace, {})
  },
})
