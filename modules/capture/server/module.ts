import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import readCapture from './jobs/read-capture.ts'
import tables from './migrations/0001-tables.ts'
import answerQuestion from './operations/answer-question.ts'
import changeItem from './operations/change-item.ts'
import chooseItems from './operations/choose-items.ts'
import closeCapture from './operations/close-capture.ts'
import createCapture from './operations/create-capture.ts'
import createPrompt from './operations/create-prompt.ts'
import deleteCapture from './operations/delete-capture.ts'
import deletePrompt from './operations/delete-prompt.ts'
import describeCaptures from './operations/describe-captures.ts'
import eraseBatch from './operations/erase-batch.ts'
import fillPrompt from './operations/fill-prompt.ts'
import getCapture from './operations/get-capture.ts'
import getPrompt from './operations/get-prompt.ts'
import importPlan from './operations/import-plan.ts'
import keepReading from './operations/keep-reading.ts'
import listCaptures from './operations/list-captures.ts'
import listPrompts from './operations/list-prompts.ts'
import noteAccepted from './operations/note-accepted.ts'
import readCaptureAgain from './operations/read-capture-again.ts'
import reopenCapture from './operations/reopen-capture.ts'
import restoreCapture from './operations/restore-capture.ts'
import restorePrompt from './operations/restore-prompt.ts'
import searchBodies from './operations/search-bodies.ts'
import searchDocuments from './operations/search-documents.ts'
import updatePrompt from './operations/update-prompt.ts'
import eraseCaptures from './subscriptions/erase-captures.ts'
import noteAcceptedItems from './subscriptions/note-accepted.ts'

export default defineModule({
  name: 'capture',
  contract,
  tables: { capture_capture: 'workspace', capture_item: 'workspace', capture_prompt: 'workspace' },
  migrations: [tables],
  private: true,
  operations: [
    answerQuestion,
    changeItem,
    chooseItems,
    closeCapture,
    createCapture,
    createPrompt,
    deleteCapture,
    deletePrompt,
    describeCaptures,
    eraseBatch,
    fillPrompt,
    getCapture,
    getPrompt,
    importPlan,
    keepReading,
    listCaptures,
    listPrompts,
    noteAccepted,
    readCaptureAgain,
    reopenCapture,
    restoreCapture,
    restorePrompt,
    searchBodies,
    searchDocuments,
    updatePrompt,
  ],
  jobs: [readCapture],
  subscriptions: [eraseCaptures, noteAcceptedItems],
  records: { 'capture.capture': contract.describeCaptures },
})
