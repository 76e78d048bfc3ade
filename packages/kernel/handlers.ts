import type { EventDefinition } from '#contract/event.ts'
import type { JobDefinition } from '#contract/job.ts'
import type { AnyOperation, Command, Endpoint, Query, Stream } from '#contract/operation.ts'
import type {
  CommandContext,
  EndpointContext,
  JobContext,
  OpenContext,
  ProjectionContext,
  QueryContext,
  StoredEvent,
  SubscriptionContext,
} from './context.ts'
import type { Row } from './database/port.ts'
import type { Failure } from './failure.ts'

/** An operation with the function that carries it out. */
export interface OperationHandler {
  operation: AnyOperation
  handle(context: any, input: any): unknown
  /** Awaited before the snapshot of a query is taken; the kernel's own alone have it. */
  before?(): Promise<void>
  /** A query that makes one statement and asks nothing else: it needs no transaction around it. */
  single?: boolean
}

/** A module's builders: its handlers see its own tables and no others. */
export function handlersFor<Tables>() {
  return {
    command<Call, Input, Output, Errors extends string>(
      operation: Command<Call, Input, Output, Errors>,
      handle: (context: CommandContext<Tables, Errors>, input: Input) => Promise<NoInfer<Output> | Failure>,
    ): OperationHandler {
      return { operation, handle }
    },
    query<Call, Input, Output, Errors extends string>(
      operation: Query<Call, Input, Output, Errors>,
      handle: (context: QueryContext<Tables, Errors>, input: Input) => Promise<NoInfer<Output> | Failure>,
      options: Pick<OperationHandler, 'single'> = {},
    ): OperationHandler {
      return { operation, handle, ...options }
    },
    projection(definition: Omit<Projection<Tables>, 'kind'>): Projection<Tables> {
      return { kind: 'projection', ...definition }
    },
  }
}

/** A handler that yields over time. */
export function stream<Call, Input, Output, Errors extends string>(
  operation: Stream<Call, Input, Output, Errors>,
  handle: (context: OpenContext<Errors>, input: Input) => AsyncGenerator<NoInfer<Output>, Failure | void>,
): OperationHandler {
  return { operation, handle }
}

/** A handler of raw HTTP. */
export function endpoint<Call, Input, Output, Errors extends string>(
  operation: Endpoint<Call, Input, Output, Errors>,
  handle: (context: EndpointContext<Errors>, input: Input) => Promise<Response | Failure>,
): OperationHandler {
  return { operation, handle }
}

/** A job with the function that carries it out. What it returns is the job's result. */
export interface JobHandler {
  job: JobDefinition<any>
  handle(context: JobContext<any>): Promise<unknown>
}

export function job<Input>(
  definition: JobDefinition<Input>,
  handle: (context: JobContext<Input>) => Promise<unknown>,
): JobHandler {
  return { job: definition, handle }
}

/** Tables derived from events: a replay rebuilds them byte for byte. */
export interface Projection<Tables = any> {
  kind: 'projection'
  name: string
  events: EventDefinition<any>[]
  /** Events a transaction, at most 500; small enough to stay under 10 ms. */
  batch: number
  handle(context: ProjectionContext<Tables>, events: StoredEvent[]): Promise<void>
  /** Empties the tables before a replay. */
  reset(context: Pick<ProjectionContext<Tables>, 'db'>): Promise<void>
  /** Called when nothing is left to deliver: merges and other upkeep, in small steps; true when there is more. */
  idle?(maintenance: Maintenance): Promise<boolean>
  /** Called after something was erased, where the tables keep the text of what they lost: one step, true when there is more. */
  scrub?(maintenance: Maintenance): Promise<boolean>
}

/** SQL outside any command, for the upkeep of a projection's own tables. */
export interface Maintenance {
  readonly dialect: 'sqlite' | 'postgres'
  run(sql: string): Promise<number>
  get(sql: string): Promise<Row | undefined>
}

/** Reacts to events by calling commands, at least once. */
export interface Subscription {
  kind: 'subscription'
  name: string
  events: EventDefinition<any>[]
  handle(context: SubscriptionContext, events: StoredEvent[]): Promise<void>
}

export function subscription(definition: Omit<Subscription, 'kind'>): Subscription {
  return { kind: 'subscription', ...definition }
}
