import type { OperationHandler } from '#kernel/handlers.ts'
import addComment from '../operations/add-comment.ts'
import answerDelegation from '../operations/answer-delegation.ts'
import attach from '../operations/attach.ts'
import createAgent from '../operations/create-agent.ts'
import createField from '../operations/create-field.ts'
import delegateTask from '../operations/delegate-task.ts'
import deleteComment from '../operations/delete-comment.ts'
import detach from '../operations/detach.ts'
import downloadPrp from '../operations/download-prp.ts'
import forgetFiles from '../operations/forget-files.ts'
import freeFiles from '../operations/free-files.ts'
import getAttachment from '../operations/get-attachment.ts'
import getComment from '../operations/get-comment.ts'
import getDelegation from '../operations/get-delegation.ts'
import getPrp from '../operations/get-prp.ts'
import listAgents from '../operations/list-agents.ts'
import listAttachments from '../operations/list-attachments.ts'
import listComments from '../operations/list-comments.ts'
import listDelegations from '../operations/list-delegations.ts'
import listFields from '../operations/list-fields.ts'
import readFile from '../operations/read-file.ts'
import recordFile from '../operations/record-file.ts'
import savePrp from '../operations/save-prp.ts'
import setField from '../operations/set-field.ts'
import updateAgent from '../operations/update-agent.ts'
import updateComment from '../operations/update-comment.ts'
import updateField from '../operations/update-field.ts'

/** What people give each other of tasks and add to them: a part of the manifest. */
export const delegationOperations: OperationHandler[] = [
  addComment,
  answerDelegation,
  attach,
  createAgent,
  createField,
  delegateTask,
  deleteComment,
  detach,
  downloadPrp,
  forgetFiles,
  freeFiles,
  getAttachment,
  getComment,
  getDelegation,
  getPrp,
  listAgents,
  listAttachments,
  listComments,
  listDelegations,
  listFields,
  readFile,
  recordFile,
  savePrp,
  setField,
  updateAgent,
  updateComment,
  updateField,
]
