import { appendAudit } from '../audit/chain.ts'
import { redactorOf } from '../audit/redact.ts'
import { holdBlob, releaseBlob } from '../blobs/blob-refs.ts'
import type { CallOptions, CommandContext } from '../context.ts'
import type { Transaction } from '../database/port.ts'
import { appendEvents, type NewEvent } from '../events/event-store.ts'
import { Failure, FailureError } from '../failure.ts'
import { enqueueJob } from '../jobs/job-store.ts'
import type { Caller } from '../kernel.ts'
import { addLink, removeLinks } from '../links/link-store.ts'
import type { RegisteredOperation } from '../registry.ts'
import type { Services } from '../services.ts'
import { auditNameOf, NOBODY, personOf, type Actor } from '../actor.ts'
import { Idempotency } from './idempotency.ts'
import { closeHandles, openContext, type Frame } from './open-context.ts'
import { checkOutput } from './run-query.ts'

/**
 * Runs a command: its rows, its audit entry, its events and the jobs it enqueues are one transaction.
 * A refusal is thrown through the writer, so that the savepoint is rolled back, and returned from here.
 */
export async function runCommand(
  services: Services,
  registered: RegisteredOperation,
  caller: Caller,
  input: unknown,
  options: CallOptions,
): Promise<unknown> {
  const wakeups = { events: false, audit: false, jobs: false }
  try {
    const output = await services.database.write(
      (transaction) => inTransaction(services, transaction, registered, caller, input, wakeups),
      options,
    )
    if (wakeups.events) services.dispatcher.wake()
    if (wakeups.events || wakeups.audit) services.sealer.wake()
    if (wakeups.jobs) services.jobs.wake()
    return output
  } catch (cause) {
    if (cause instanceof FailureError) return cause.failure
    throw cause
  }
}

async function inTransaction(
  services: Services,
  transaction: Transaction,
  registered: RegisteredOperation,
  caller: Caller,
  input: unknown,
  wakeups: { events: boolean; audit: boolean; jobs: boolean },
): Promise<unknown> {
  const { operation } = registered
  const idempotency = Idempotency.of(transaction, caller, operation.name, input)
  const at = services.clock()
  const earlier = await idempotency?.find(at)
  if (earlier) {
    if ('failure' in earlier) throw new FailureError(earlier.failure)
    return earlier.answer
  }

  const actor = caller.actor ?? NOBODY
  const frame: Frame = { services, transaction, actor, at, handles: [] }
  const effects: Effects = { events: [], changed: null, jobs: false }
  let output: unknown
  try {
    output = await registered.handle(commandContext(frame, registered, effects), input)
  } finally {
    closeHandles(frame)
  }
  if (output instanceof Failure) throw new FailureError(output)
  if (services.strict) checkOutput(registered, output)

  const origin = { workspaceId: actor.workspaceId, actorId: actor.id, at: frame.at }
  for (const [workspaceId, events] of Map.groupBy(effects.events, (event) => event.workspaceId))
    await appendEvents(transaction, events, { ...origin, workspaceId })
  const redact = redactors(registered)
  wakeups.audit = isAudited(registered, effects)
  if (wakeups.audit) {
    await appendAudit(transaction, {
      ...origin,
      actorId: auditNameOf(actor),
      surface: caller.surface,
      operation: operation.name,
      outcome: 'ok',
      subject: subjectOf(output, input),
      requestId: caller.requestId,
      before: effects.changed?.before,
      after: effects.changed
        ? effects.changed.after
        : operation.access === 'system' || registered.module.private
          ? null
          : { input: redact.input(input), output: redact.output(output) },
    })
  }
  await idempotency?.keep(redact.output(output), frame.at)
  wakeups.events = effects.events.length > 0
  wakeups.jobs = effects.jobs
  return output
}

interface Effects {
  events: (NewEvent & { workspaceId: string })[]
  changed: { before: unknown; after: unknown } | null
  jobs: boolean
}

function commandContext(frame: Frame, registered: RegisteredOperation, effects: Effects): CommandContext<any> {
  const { services, transaction, actor, at } = frame
  const declared = registered.operation.emits
  return Object.assign(openContext(frame, registered) as unknown as CommandContext<any>, {
    log: services.log,
    emit(event, data, owner) {
      if (!declared.includes(event))
        throw new Error(`${registered.operation.name} does not declare that it emits ${event.name}`)
      if (services.strict) event.data.parse(data)
      effects.events.push({
        type: event.name,
        data: data as NewEvent['data'],
        personId: owner?.personId ?? personOf(actor),
        workspaceId: workspaceOf(registered, actor, owner?.workspaceId),
      })
    },
    async enqueue(job, input, options) {
      effects.jobs = true
      return enqueueJob(transaction, job, input, { actor, at, ...options })
    },
    link: (from, to, relation) => addLink(transaction, actor.workspaceId, from, to, relation, at),
    unlinkAll: (record) => removeLinks(transaction, actor.workspaceId, record),
    holdBlob: (hash, owner) => holdBlob(transaction, actor.workspaceId, hash, owner),
    releaseBlob: (hash, owner) => releaseBlob(transaction, actor.workspaceId, hash, owner),
    sealer: services.ports.sealer,
    changed: (before, after) => void (effects.changed = { before, after }),
  } satisfies Partial<CommandContext<any>>)
}

/** What a person does is always told; Daybook's own steps where they did something. */
function isAudited({ operation }: RegisteredOperation, effects: Effects): boolean {
  return operation.access !== 'system' || effects.events.length > 0 || effects.changed !== null
}

/** Accounts stand above workspaces: what happens to one is told in each that it is a member of. */
function workspaceOf({ module }: RegisteredOperation, actor: Actor, named: string | undefined): string {
  if (named === undefined || named === actor.workspaceId) return actor.workspaceId
  if (!module.identity) throw new Error(`${module.name} may not tell another workspace anything`)
  return named
}

function subjectOf(output: unknown, input: unknown): string | null {
  for (const value of [input, output]) {
    const id = (value as { id?: unknown } | null)?.id
    if (typeof id === 'string') return id
  }
  return null
}

const cache = new WeakMap<
  RegisteredOperation,
  { input: (value: unknown) => unknown; output: (value: unknown) => unknown }
>()

function redactors(registered: RegisteredOperation) {
  let entry = cache.get(registered)
  if (!entry) {
    entry = { input: redactorOf(registered.operation.input), output: redactorOf(registered.operation.output) }
    cache.set(registered, entry)
  }
  return entry
}
