import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { z } from 'zod'
import type { AnyOperation } from '#contract/operation.ts'
import { FailureError } from '#kernel/failure.ts'
import { awaitApproval } from './approvals.ts'
import { badArguments, noSuchOperation } from './failures.ts'
import { AwaitArguments, ExecuteArguments, SearchArguments } from './general-tools.ts'
import { toolName } from './operation-tool.ts'
import { isInReach, withheldBecause } from './reach.ts'
import { runOperation } from './run-operation.ts'
import { searchOperations } from './search-operations.ts'
import type { McpKernel, Outcome, ToolCall } from './tool-call.ts'
import { done, refused, toResult } from './tool-result.ts'

/** The operations a caller finds: those that an assistant may call, and this role and token reach. */
export function operationsInReach({ kernel, actor }: Pick<ToolCall, 'kernel' | 'actor'>): AnyOperation[] {
  return kernel.registry.public.filter(
    (operation) => withheldBecause(operation) === null && isInReach(actor, operation),
  )
}

/** Calls a tool by its name; null when there is none of that name. */
export async function callTool(call: ToolCall, name: string, given: unknown): Promise<CallToolResult | null> {
  switch (name) {
    case 'search_operations':
      return withArguments(call, SearchArguments, given, async ({ query, limit }) => {
        const operations = operationsInReach(call)
        return done({ items: searchOperations(operations, query, limit), total: operations.length }, null)
      })
    case 'execute_operation':
      return withArguments(call, ExecuteArguments, given, async ({ operation: wanted, input }) => {
        const operation = publicOperation(call.kernel, (each) => each.name === wanted)
        if (!operation) return refused(noSuchOperation(wanted), call.requestId)
        return toResult(call, await runOperation(call, operation, input))
      })
    case 'await_approval':
      return withArguments(call, AwaitArguments, given, async ({ id, seconds }) =>
        toResult(call, await refusalsOf(awaitApproval(call, id, seconds * 1000))),
      )
  }
  const pinned = publicOperation(call.kernel, ({ name: each, agent }) => agent.pinned && toolName(each) === name)
  return pinned ? toResult(call, await runOperation(call, pinned, given)) : null
}

function publicOperation(kernel: McpKernel, isWanted: (operation: AnyOperation) => boolean): AnyOperation | undefined {
  return kernel.registry.public.find(isWanted)
}

async function withArguments<Schema extends z.ZodType>(
  call: ToolCall,
  schema: Schema,
  given: unknown,
  run: (value: z.output<Schema>) => Promise<CallToolResult>,
): Promise<CallToolResult> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return run(parsed.data)
  const [issue] = parsed.error.issues
  return refused(badArguments(`${issue!.path.join('/') || 'arguments'}: ${issue!.message}`), call.requestId)
}

async function refusalsOf(outcome: Promise<Outcome>): Promise<Outcome> {
  try {
    return await outcome
  } catch (cause) {
    if (cause instanceof FailureError) return { status: 'refused', failure: cause.failure }
    throw cause
  }
}
