import type { AnyOperation } from '#contract/operation.ts'
import { answerApproval, finishApproval, requestApproval, takeApproval } from '#kernel/approvals/internal.ts'
import { getApproval, type Approval } from '#kernel/builtin/approval-contract.ts'
import { commonFailure, Failure, FailureError } from '#kernel/failure.ts'
import { assistantOf } from './assistant.ts'
import { pause } from './pause.ts'
import type { Outcome, ToolCall } from './tool-call.ts'

const LOOK_MILLISECONDS = 250
/** How long a second caller waits for the first one to finish. */
const PATIENCE_MILLISECONDS = 10_000

/** Runs an operation as the caller, with whatever the kernel has to say against it. */
export async function executeAs(
  call: ToolCall,
  operation: AnyOperation,
  input: unknown,
  idempotencyKey?: string,
): Promise<Outcome> {
  const { kernel, actor, requestId, address, signal } = call
  const caller = { actor, surface: 'mcp', requestId, address, signal, ...(idempotencyKey && { idempotencyKey }) }
  const output = await kernel.execute(operation, input, caller)
  return output instanceof Failure ? { status: 'refused', failure: output } : { status: 'done', output }
}

/** Puts a call before the person: in the client's own dialog where it has one, and always in Daybook. */
export async function askPerson(call: ToolCall, { name }: AnyOperation, input: unknown): Promise<Approval> {
  const approval: Approval = await internally(call, requestApproval, { operation: name, input, client: call.client })
  if (approval.state !== 'waiting' || call.ask === null) return approval
  const allow = await call.ask(approval)
  if (allow === null) return approval
  return internally(call, answerApproval, { id: approval.id, allow }).catch((cause: unknown) => {
    // Answered in the app in the meantime: that answer stands.
    if (cause instanceof FailureError && cause.failure.code === 'already-decided') return approval
    throw cause
  })
}

/**
 * Carries out what was allowed, once: whoever takes it runs it under a key of its own, and whoever comes again gets
 * the same answer. `input` is that of a repeated call; without it the stored one is used, where nothing was left out.
 */
export async function carryOutApproved(
  call: ToolCall,
  id: string,
  { input }: { input?: unknown } = {},
): Promise<Outcome> {
  const started = Date.now()
  for (;;) {
    const { taken, whole, replayable, approval } = await internally(call, takeApproval, {
      id,
      hasInput: input !== undefined,
    })
    const given = input ?? (whole ? approval.input : undefined)
    if (taken) return finish(call, approval, given)
    if (approval.state === 'running' && Date.now() - started < PATIENCE_MILLISECONDS && !call.signal.aborted) {
      await pause(LOOK_MILLISECONDS, call.signal)
      continue
    }
    return settled(call, approval, replayable ? given : undefined)
  }
}

async function finish(call: ToolCall, approval: Approval, input: unknown): Promise<Outcome> {
  const operation = operationOf(call, approval)
  let problem: string | null = 'internal'
  try {
    const outcome = await executeAs(call, operation, input, keyOf(approval))
    problem = outcome.status === 'refused' ? outcome.failure.code : null
    return outcome
  } finally {
    await internally(call, finishApproval, { id: approval.id, problem })
  }
}

async function settled(call: ToolCall, approval: Approval, input: unknown): Promise<Outcome> {
  switch (approval.state) {
    case 'denied':
    case 'expired':
      return { status: approval.state, approval }
    case 'refused':
      return {
        status: 'refused',
        failure: commonFailure('not-allowed', { detail: `It was allowed, and refused with ${approval.problem}` }),
      }
    case 'done': {
      if (input === undefined) return { status: 'was-done', approval }
      return executeAs(call, operationOf(call, approval), input, keyOf(approval))
    }
    default:
      return { status: 'waiting-for-approval', approval }
  }
}

/** Waits for the person's answer, for as long as the caller wants, and carries out what was allowed. */
export async function awaitApproval(call: ToolCall, id: string, milliseconds: number): Promise<Outcome> {
  const until = Date.now() + milliseconds
  for (;;) {
    const approval: Approval = await internally(call, getApproval, { id })
    if (approval.state !== 'waiting') return carryOutApproved(call, id)
    const left = until - Date.now()
    if (left <= 0 || call.signal.aborted) return { status: 'waiting-for-approval', approval }
    await pause(Math.min(LOOK_MILLISECONDS, left), call.signal)
  }
}

function operationOf({ kernel }: ToolCall, approval: Approval): AnyOperation {
  const registered = kernel.registry.operations.get(approval.operation)
  if (!registered) throw new FailureError(commonFailure('operation-not-found'))
  return registered.operation
}

const keyOf = ({ id }: Approval) => `approval-${id}`

function internally({ kernel, actor, requestId }: ToolCall, operation: AnyOperation, input: unknown) {
  return kernel.callAs(assistantOf(actor), operation, input, { surface: 'mcp', requestId })
}
