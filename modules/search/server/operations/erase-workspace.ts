import { command } from '../database.ts'
import { eraseWorkspace, eraseWorkspaceJob } from '../internal.ts'

export default command(eraseWorkspace, async ({ enqueue }) => ({
  job: await enqueue(eraseWorkspaceJob, {}, { key: 'workspace' }),
}))
