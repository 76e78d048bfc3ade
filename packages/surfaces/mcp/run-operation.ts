import type { AnyOperation } from '#contract/operation.ts'
import { isAllowed } from '#kernel/approvals/internal.ts'
import { FailureError } from '#kernel/failure.ts'
import { validate } from '#kernel/pipeline/validate.ts'
import { askPerson, carryOutApproved, executeAs } from './approvals.ts'
import { assistantOf } from './assistant.ts'
import { isInReach, withheldBecause } from './reach.ts'
import type { Outcome, ToolCall } from './tool-call.ts'
import { withheld } from './failures.ts'

/** Calls an operation for an assistant: at once where it only reads or was allowed for good, else after its person said yes. */
export async function runOperation(call: ToolCall, operation: AnyOperation, input: unknown): Promise<Outcome> {
  const reason = withheldBecause(operation)
  if (reason !== null) return { status: 'refused', failure: withheld(operation, reason) }
  // The kernel refuses, and its audit says so.
  if (!isInReach(call.actor, operation)) return executeAs(call, operation, input)
  const checked = validate(operation, input)
  if ('failure' in checked) return { status: 'refused', failure: checked.failure }
  if (!(await mustAsk(call, operation))) return executeAs(call, operation, input)

  try {
    const approval = await askPerson(call, operation, input)
    return await carryOutApproved(call, approval.id, { input })
  } catch (cause) {
    if (cause instanceof FailureError) return { status: 'refused', failure: cause.failure }
    throw cause
  }
}

async function mustAsk({ kernel, actor, requestId }: ToolCall, { name, agent }: AnyOperation): Promise<boolean> {
  if (agent.confirm !== 'ask') return agent.confirm === 'always'
  const { allowed } = await kernel.callAs(
    assistantOf(actor),
    isAllowed,
    { operation: name },
    { surface: 'mcp', requestId },
  )
  return !allowed
}
