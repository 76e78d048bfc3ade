import { handlersFor, type OperationHandler } from '../handlers.ts'
import { transactionOf } from '../pipeline/open-context.ts'
import { erasePersonStep, eraseWorkspaceStep } from './contract.ts'
import { forgettingOperations } from './scrub.ts'
import {
  eraseDetails,
  eraseDetailsOfPerson,
  eraseJobs,
  eraseRowsOfPerson,
  eraseRowsOfWorkspace,
  eraseUploads,
} from './erase-rows.ts'

const { command } = handlersFor<never>()

/** What erases the kernel's own rows of workspaces and people. */
export function erasureOperations(): OperationHandler[] {
  const workspace = command(eraseWorkspaceStep, async (context, { workspaceId, deletedAt, entry, forgotten }) => {
    const transaction = transactionOf(context)
    const erased = await eraseRowsOfWorkspace(transaction, workspaceId)
    const jobs = await eraseJobs(transaction, workspaceId, deletedAt)
    const details = await eraseDetails(transaction, workspaceId, entry)
    const uploads = await eraseUploads(transaction, 'workspace_id', workspaceId, forgotten)
    const isEmpty = !erased && !jobs.erased && !details.more && uploads.length === 0
    return { entry: details.entry, uploads, isEmpty, hasJobs: jobs.left }
  })

  const person = command(erasePersonStep, async (context, { personId, entry, forgotten }) => {
    const transaction = transactionOf(context)
    await eraseRowsOfPerson(transaction, personId)
    const details = await eraseDetailsOfPerson(transaction, personId, entry)
    const uploads = await eraseUploads(transaction, 'owner_id', personId, forgotten)
    return { entry: details.entry, uploads, isEmpty: !details.more && uploads.length === 0 }
  })

  return [workspace, person, ...forgettingOperations()]
}
