import { subscription } from '#kernel/handlers.ts'
import { workspaceErased } from '../../../identity/contract.ts'
import { eraseWorkspace } from '../internal.ts'

/** With a workspace its mail goes, whosesoever. */
export default subscription({
  name: 'mail.erase-workspaces',
  events: [workspaceErased],
  async handle({ call }) {
    await call(eraseWorkspace, {})
  },
})
