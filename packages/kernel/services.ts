import type { Actor } from './actor.ts'
import type { Database } from './database/port.ts'
import type { ScopedDatabases } from './database/scoped.ts'
import type { JobRunner } from './jobs/job-runner.ts'
import type { Dispatcher } from './events/dispatcher.ts'
import type { Sealer } from './events/sealer.ts'
import type { LiveEvents } from './events/live-events.ts'
import type { Limits } from './pipeline/limits.ts'
import type { ModuleServices } from './module-services.ts'
import type { Logger, Ports } from './ports.ts'
import type { AccessWatch } from './realtime/access-watch.ts'
import type { Tickets } from './realtime/tickets.ts'
import type { Registry } from './registry.ts'
import type { AnyOperation } from '#contract/operation.ts'
import type { CallOptions } from './context.ts'

/** The kernel's parts, made once and shared by what runs operations. */
export interface Services {
  registry: Registry
  database: Database
  scoped: ScopedDatabases
  ports: Ports
  log: Logger
  limits: Limits
  clock: () => number
  /** Development and tests: bugs that production tolerates are thrown. */
  strict: boolean
  /** Queries of cost `scan` go to a thread when there is a pool; null runs them here. */
  scans: ScanPool | null
  /** Whether these serve a query that began elsewhere and found that it takes long. */
  begunAgain: boolean
  jobs: JobRunner
  dispatcher: Dispatcher
  /** Gives what was committed its place in the order, where the database has none. */
  sealer: Sealer
  live: LiveEvents
  access: AccessWatch
  tickets: Tickets
  /** What modules offer each other within the process. */
  modules: ModuleServices
}

/** Runs declared queries on threads with connections of their own. */
export interface ScanPool {
  run(task: ScanTask): Promise<ScanAnswer>
  close(): Promise<void>
}

/** A query for a thread: validated, and its access checked. */
export interface ScanTask {
  operation: string
  input: unknown
  actor: Actor
  /** Whether it was begun on the main thread before. */
  begunAgain: boolean
}

export type ScanAnswer =
  | { value: unknown }
  | { failure: { code: string; detail: string; errors?: { pointer: string; message: string }[] } }

/** Calls an operation as an actor, for jobs, subscriptions, streams and endpoints; refusals throw a `FailureError`. */
export type CallAs = (
  actor: Actor,
  operation: AnyOperation,
  input: unknown,
  options?: CallOptions & { surface?: string; requestId?: string },
) => Promise<any>
