import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, noInput, nothing, page, pageInput, text } from '#contract/schema.ts'
import { defineSetting } from '#contract/setting.ts'

export const ApprovalId = id('kernel.approval')
const OperationName = z.string().min(3).max(100)
const exampleId = '01933b6e-8f00-7000-8000-000000000001'
const WITHHELD = 'a person decides, never an assistant'

/**
 * `waiting` for the person, `allowed` and not yet carried out, `running`, `done`, `refused` by the operation itself,
 * `denied` by the person, or `expired`.
 */
export const ApprovalState = z.enum(['waiting', 'allowed', 'running', 'done', 'refused', 'denied', 'expired'])

export const Approval = z
  .object({
    id: ApprovalId,
    state: ApprovalState,
    operation: OperationName,
    summary: text,
    input: z.unknown().describe('What the operation is asked to do; secrets are left out'),
    client: z.string().describe('The program that asks, as it names itself'),
    mayRemember: z.boolean().describe('Whether the operation may be allowed for good'),
    requestedAt: instant(),
    expiresAt: instant(),
    decidedAt: instant().nullable(),
    problem: z.string().nullable().describe('The code the operation was refused with'),
  })
  .meta({ id: 'Approval' })
export type Approval = z.infer<typeof Approval>

export const AllowedOperation = z
  .object({ operation: OperationName, summary: text, since: instant() })
  .meta({ id: 'AllowedOperation' })

export const approvalRequested = defineEvent({
  name: 'approvals.requested',
  summary: 'An assistant asks to do something',
  data: z.object({ id: ApprovalId }),
  audience: 'person',
})
export const approvalDecided = defineEvent({
  name: 'approvals.decided',
  summary: 'A person allowed or denied what an assistant asked',
  data: z.object({ id: ApprovalId, allowed: boolean }),
  audience: 'person',
})

export const approvalMinutes = defineSetting({
  name: 'approvals.minutes',
  summary: 'Minutes an assistant’s request waits for your answer',
  level: 'person',
  schema: z.number().int().min(1).max(60),
  default: 10,
})

const errors = {
  'approval-not-found': 'There is no such request',
  'already-decided': 'That request was answered already, or is too old',
  'person-required': {
    message: 'Only you yourself may decide this, not a token',
    kind: 'forbidden',
    remedy: 'Open Settings → Approvals, or run "daybook approvals decide" on the machine that Daybook runs on.',
  },
} as const

export const listApprovals = defineQuery({
  name: 'approvals.list',
  summary: 'List what assistants asked you to allow, newest first',
  access: 'signed-in',
  input: z.strictObject({ ...pageInput, state: ApprovalState.optional() }),
  output: page(Approval),
  http: 'GET /approvals',
  example: {},
})

export const getApproval = defineQuery({
  name: 'approvals.get',
  summary: 'Read one request of an assistant',
  access: 'signed-in',
  input: z.strictObject({ id: ApprovalId }),
  output: Approval,
  errors: { 'approval-not-found': errors['approval-not-found'] },
  http: 'GET /approvals/{id}',
  cli: { positional: ['id'] },
  example: { id: exampleId },
})

export const decideApproval = defineCommand({
  name: 'approvals.decide',
  summary: 'Allow or deny what an assistant asked; it is then carried out once, exactly as shown',
  access: 'signed-in',
  personal: true,
  input: z.strictObject({ id: ApprovalId, allow: z.boolean().describe('False denies it') }),
  output: Approval,
  errors,
  http: 'POST /approvals/{id}/decide',
  cli: { positional: ['id'] },
  agent: { confirm: 'always', withheld: WITHHELD },
  emits: [approvalDecided],
  example: { id: exampleId, allow: true },
})

export const allowOperation = defineCommand({
  name: 'approvals.allow',
  summary: 'Let assistants do one operation for you without asking each time',
  access: 'signed-in',
  personal: true,
  input: z.strictObject({ operation: OperationName }),
  output: AllowedOperation,
  errors: {
    'operation-not-found': 'There is no such operation',
    'always-asks': { message: 'This operation asks every time', kind: 'forbidden' },
    'person-required': errors['person-required'],
  },
  http: 'PUT /approvals/allowed/{operation}',
  cli: { positional: ['operation'] },
  agent: { confirm: 'always', withheld: WITHHELD },
  example: { operation: 'tasks.create' },
})

export const listAllowedOperations = defineQuery({
  name: 'approvals.list-allowed',
  summary: 'List the operations that assistants may do for you without asking',
  access: 'signed-in',
  input: noInput,
  output: z.object({ items: z.array(AllowedOperation) }),
  http: 'GET /approvals/allowed',
  example: {},
})

export const disallowOperation = defineCommand({
  name: 'approvals.disallow',
  summary: 'Have assistants ask again before an operation',
  access: 'signed-in',
  input: z.strictObject({ operation: OperationName }),
  output: nothing,
  errors: { 'allowed-operation-not-found': 'That operation asks already' },
  http: 'DELETE /approvals/allowed/{operation}',
  cli: { positional: ['operation'] },
  example: { operation: 'tasks.create' },
})
