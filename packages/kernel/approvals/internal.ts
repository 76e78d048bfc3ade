import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, nothing, text, textOrNull } from '#contract/schema.ts'
import { Approval, approvalDecided, ApprovalId, approvalRequested } from '../builtin/approval-contract.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** Whether a person lets assistants do this operation without asking. */
export const isAllowed = defineQuery({
  name: 'approvals.is-allowed',
  summary: 'Say whether an operation needs no question',
  access: 'system',
  input: z.strictObject({ operation: text }),
  output: z.object({ allowed: boolean }),
  example: { operation: 'tasks.create' },
})

/** Asks the person an assistant works for; the same question is asked once. */
export const requestApproval = defineCommand({
  name: 'approvals.request',
  summary: 'Ask a person to allow one call',
  access: 'system',
  input: z.strictObject({ operation: text, input: z.unknown(), client: z.string().max(200) }),
  output: Approval,
  errors: {
    'too-many-approvals': {
      message: 'Too many requests wait for an answer',
      kind: 'limit',
      remedy: 'Have the person answer some under Settings → Approvals first.',
      retryable: true,
    },
  },
  emits: [approvalRequested],
  example: { operation: 'tasks.create', input: {}, client: 'A client' },
})

/** Takes down what the person answered in the dialog of the client itself. */
export const answerApproval = defineCommand({
  name: 'approvals.answer',
  summary: 'Keep an answer given in the client',
  access: 'system',
  input: z.strictObject({ id: ApprovalId, allow: boolean }),
  output: Approval,
  errors: { 'already-decided': 'That request was answered already, or is too old' },
  emits: [approvalDecided],
  example: { id: exampleId, allow: true },
})

/**
 * Gives the right to carry out an allowed request to one caller: `taken` is said once. It is not `whole` where secrets
 * were left out of what is stored: then only whoever repeats the call can carry it out. It is `replayable` while its
 * answer is surely kept under its key.
 */
export const takeApproval = defineCommand({
  name: 'approvals.take',
  summary: 'Begin to carry out an allowed request',
  access: 'system',
  input: z.strictObject({ id: ApprovalId, hasInput: boolean }),
  output: z.object({ taken: boolean, whole: boolean, replayable: boolean, approval: Approval }),
  errors: { 'approval-not-found': 'There is no such request' },
  example: { id: exampleId, hasInput: true },
})

/** Says how a request that was taken has ended. */
export const finishApproval = defineCommand({
  name: 'approvals.finish',
  summary: 'Note that an allowed request was carried out',
  access: 'system',
  input: z.strictObject({ id: ApprovalId, problem: textOrNull }),
  output: nothing,
  example: { id: exampleId, problem: null },
})
