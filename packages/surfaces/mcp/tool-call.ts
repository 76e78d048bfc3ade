import type { Actor } from '#kernel/actor.ts'
import type { Approval } from '#kernel/builtin/approval-contract.ts'
import type { KernelWithServices } from '#kernel/create-kernel.ts'
import type { Failure } from '#kernel/failure.ts'

/** What MCP needs of the kernel: public operations for callers, internal ones for approvals. */
export type McpKernel = Pick<KernelWithServices, 'registry' | 'identify' | 'execute' | 'callAs'>

/** Who calls a tool, and what the client can do besides. */
export interface ToolCall {
  kernel: McpKernel
  actor: Actor
  requestId: string
  address: string
  /** The program, as it names itself. */
  client: string
  signal: AbortSignal
  /** Asks the person in the client's own dialog, where the client has one. Null: no answer came. */
  ask: ((approval: Approval) => Promise<boolean | null>) | null
}

/** How a call of an operation went. */
export type Outcome =
  | { status: 'done'; output: unknown }
  | { status: 'refused'; failure: Failure }
  | { status: 'waiting-for-approval' | 'denied' | 'expired'; approval: Approval }
  /** It was done, and its answer is not at hand any more. */
  | { status: 'was-done'; approval: Approval }
