import type { CommonErrorCode } from '#contract/errors.ts'
import type { Operation } from '#contract/operation.ts'
import type { EventDefinition } from '#contract/event.ts'
import type { JobDefinition } from '#contract/job.ts'
import type { RecordRef } from '#contract/schema.ts'
import type { ServiceDefinition } from '#contract/service.ts'
import type { SettingDefinition } from '#contract/setting.ts'
import type { Actor } from './actor.ts'
import type { Failure, FailureExtra } from './failure.ts'
import type { Credentials } from './identity.ts'
import type { Logger, Ports, Sealer } from './ports.ts'
import type { ReadDatabase, WriteDatabase } from './database/scoped.ts'

type Asked<Output> = Operation<any, any, Output, any, 'query'>
type Called<Call, Output> = Operation<Call, any, Output, any, OperationKindWithAnswer>
type OperationKindWithAnswer = 'command' | 'query'

/** What every handler has. */
interface BaseContext<Errors extends string> {
  actor: Actor
  /** Epoch milliseconds; the same within one command. */
  now(): number
  /** A declared refusal, or one that any operation may give. Return it: the pipeline rolls back. */
  fail(code: Errors | CommonErrorCode, extra?: FailureExtra): Failure
  /**
   * Another operation's answer in the same transaction, as the same actor, under the same access check.
   * A declared refusal comes back as a `Failure`.
   */
  ask<Call, Output>(query: Operation<Call, any, Output, any, 'query'>, input: NoInfer<Call>): Promise<Output | Failure>
  setting<Value>(definition: SettingDefinition<Value>): Promise<Value>
  /** The records linked with one record, both ways. */
  links(record: RecordRef): Promise<LinkedRecord[]>
}

export interface LinkedRecord {
  record: RecordRef
  relation: string
  direction: 'out' | 'in'
}

/** A query reads one snapshot. Its handle cannot write. */
export interface QueryContext<Tables, Errors extends string = string> extends BaseContext<Errors> {
  db: ReadDatabase<Tables>
  /**
   * Says that what follows takes long. On the main thread the query stops here and begins again on a thread of its
   * own; there, and where there are no threads, it does nothing.
   */
  onThread(): void
  /** Whether the query said so before, and this is the thread: its first steps were done, and what they found is known. */
  readonly begunAgain: boolean
}

/** A command writes its own module's tables, and nothing leaves the process before the commit. */
export interface CommandContext<Tables, Errors extends string = string> extends BaseContext<Errors> {
  db: WriteDatabase<Tables>
  log: Logger
  /**
   * Says that something happened. It belongs to the actor's person unless another is named. The module of identity may
   * tell another workspace what happened to its members.
   */
  emit<Data extends { id: string }>(
    event: EventDefinition<Data>,
    data: NoInfer<Data>,
    owner?: { personId?: string; workspaceId?: string },
  ): void
  /** Records a job in this transaction; answers its id. A job of the same key that has not ended is answered instead. */
  enqueue<Input>(job: JobDefinition<Input>, input: NoInfer<Input>, options?: EnqueueOptions): Promise<string>
  /** Links two records; relations are read both ways. */
  link(from: RecordRef, to: RecordRef, relation: string): Promise<void>
  unlinkAll(record: RecordRef): Promise<void>
  /** Notes that a record needs a file of the blobs. The file is there before its reference. */
  holdBlob(hash: string, owner: RecordRef): Promise<void>
  /** Takes a record's hold off a file; true when nobody needs it any more and it may go after the commit. */
  releaseBlob(hash: string, owner: RecordRef): Promise<boolean>
  /** Encrypts secrets that must be read again. */
  sealer: Sealer
  /** What the audit entry keeps of the change; secrets are redacted by their schema. */
  changed(before: unknown, after: unknown): void
}

export interface EnqueueOptions {
  key?: string
  runAt?: number
}

/** A job may use the network and files; it writes only by calling commands. */
export interface JobContext<Input> {
  input: Input
  jobId: string
  actor: Actor
  attempt: number
  signal: AbortSignal
  log: Logger
  ports: Ports
  now(): number
  call<Call, Output>(operation: Called<Call, Output>, input: NoInfer<Call>, options?: CallOptions): Promise<Output>
  ask<Call, Output>(query: Asked<Output> & Operation<Call, any, Output, any>, input: NoInfer<Call>): Promise<Output>
  /** A service of the job's module, or one that it lists in its uses. */
  service<Api>(definition: ServiceDefinition<Api>): Api
  /** Whether nobody has called for a moment, so that larger steps hold up nobody. */
  isQuiet(): boolean
  /** Resolves when every subscription has passed what is stored now; says on the way how many events are left. */
  delivered(onProgress?: (left: number) => void): Promise<void>
  /** Shows how far it is; kept in memory and saved now and then. */
  progress(done: number, total: number | null, unit: string): void
}

export interface CallOptions {
  /** Bulk work lets everybody else go first. */
  bulk?: boolean
  /** A loss of power may take the step back: the command keeps its place, and nothing outside the database follows it. */
  resumable?: boolean
}

/** A stream or an endpoint: the network is allowed, a transaction is not. */
export interface OpenContext<Errors extends string = string> {
  actor: Actor
  /** What the caller showed of itself, where it came over a network. */
  credentials: Credentials | null
  signal: AbortSignal
  log: Logger
  ports: Ports
  now(): number
  fail(code: Errors | CommonErrorCode, extra?: FailureExtra): Failure
  /** Calls an operation as the same actor; refusals throw a `FailureError`. */
  call<Call, Output>(operation: Called<Call, Output>, input: NoInfer<Call>): Promise<Output>
  /** A service of the operation's module, or one that it lists in its uses. */
  service<Api>(definition: ServiceDefinition<Api>): Api
  /**
   * Calls an internal operation as a named system actor on behalf of the caller, or of a person in a workspace who is
   * about to sign in.
   */
  callAsSystem<Call, Output>(
    operation: Called<Call, Output>,
    input: NoInfer<Call>,
    onBehalfOf?: { userId: string; workspaceId: string },
  ): Promise<Output>
}

/** What an endpoint gets besides: the request as it came, and where it came from. */
export interface EndpointContext<Errors extends string = string> extends OpenContext<Errors> {
  request: Request
  address: string
  requestId: string
}

/** An event as subscriptions get it. */
export interface StoredEvent<Data = Record<string, unknown>> {
  position: number
  id: string
  workspaceId: string
  type: string
  subjectId: string
  actorId: string
  /** Whom it belongs to: who acted, or whom Daybook worked for. Null of what is older than this was kept. */
  personId: string | null
  at: number
  data: Data
}

/** A projection writes its own tables, in the transaction that moves its cursor. */
export interface ProjectionContext<Tables> {
  db: WriteDatabase<Tables>
  workspaceId: string
  ask<Call, Output>(query: Operation<Call, any, Output, any, 'query'>, input: NoInfer<Call>): Promise<Output | Failure>
}

/** Calling and asking as a named system actor; refusals throw a `FailureError`. */
export interface ActingFor {
  call<Call, Output>(operation: Called<Call, Output>, input: NoInfer<Call>): Promise<Output>
  ask<Call, Output>(query: Operation<Call, any, Output, any, 'query'>, input: NoInfer<Call>): Promise<Output>
}

/** A subscription reacts by calling commands; it may see an event twice. */
export interface SubscriptionContext extends ActingFor {
  workspaceId: string
  log: Logger
  /** The same on behalf of the person an event belongs to: what is theirs alone is found. */
  forPerson(personId: string): ActingFor
}
