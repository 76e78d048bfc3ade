import type { AnyOperation } from '#contract/operation.ts'
import type { Actor } from './actor.ts'
import type { Credentials } from './identity.ts'
import type { Failure } from './failure.ts'
import type { LiveSink, LiveSubscription } from './events/live-subscription.ts'
import type { Budget } from './pipeline/limits.ts'
import type { Registry } from './registry.ts'
import type { VerifyReport } from './audit/verify.ts'

/** Who calls, through what, under which request id. */
export interface Caller {
  actor: Actor | null
  /** `rest`, `cli`, `web`, `job`, … as the audit names it. */
  surface: string
  requestId: string
  /** The network address, for limits of callers nobody knows. */
  address: string
  idempotencyKey?: string
  signal?: AbortSignal
  /** What the caller showed, so that a stream can be looked at again while it runs. */
  credentials?: Credentials
  /** What the limit left of this call, once the kernel has counted it. */
  budget?: Budget
}

/** What surfaces and the composition root see of the kernel. */
export interface Kernel {
  readonly registry: Registry
  /** Who the credentials belong to, or null. */
  identify(credentials: Credentials): Promise<Actor | null>
  /** Runs a command or query through the whole pipeline: limit, authorise, validate, one transaction, audit, answer. */
  execute(operation: AnyOperation, input: unknown, caller: Caller): Promise<unknown | Failure>
  /** Runs a stream; a refusal before the first record is returned, a later one is thrown as a `FailureError`. */
  stream(operation: AnyOperation, input: unknown, caller: Caller): Promise<AsyncGenerator<unknown> | Failure>
  /** Runs an endpoint with the raw request. */
  endpoint(operation: AnyOperation, input: unknown, caller: Caller, request: Request): Promise<Response | Failure>
  /** Follows events as `realtime.events` declares it, for a surface that takes them as they come. */
  follow(input: unknown, caller: Caller, sink: LiveSink): Promise<LiveSubscription | Failure>
  /** Says who credentials belong to whenever that may have changed; null when to nobody any more. */
  watchAccess(credentials: Credentials, listener: (actor: Actor | null) => void): () => void
  /** The credentials that a ticket of `realtime.create-ticket` stands for, once. */
  redeemTicket(secret: string): Credentials | null
  /** The budget left after this call, or before it where nothing was counted yet, for the RateLimit headers. */
  budget(operation: AnyOperation, caller: Caller): Budget
  /** Resolves when every subscription has passed the newest event; for tests, benches and imports. */
  settled(): Promise<void>
  verify(): Promise<VerifyReport>
  status(): KernelStatus
  /** Begins background work: jobs and subscriptions. */
  start(): Promise<void>
  /** Ends background work and waits for it. */
  stop(): Promise<void>
}

/** Numbers from memory, for health and metrics. */
export interface KernelStatus {
  ready: boolean
  lastPosition: number
  /** Events each subscription has still to see. */
  lag: Record<string, number>
  jobs: { running: number }
}
