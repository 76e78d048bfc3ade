import { uuidv7 } from '#base/ids.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { hasAccess, NOBODY, systemActor, type Actor } from './actor.ts'
import { verifyAudit, verifyEvents, type VerifyReport } from './audit/verify.ts'
import { createBuiltin } from './builtin/module.ts'
import { watchEvents } from './builtin/realtime-contract.ts'
import type { EndpointContext, OpenContext } from './context.ts'
import type { Database, Transaction } from './database/port.ts'
import { ScopedDatabases } from './database/scoped.ts'
import { Dispatcher } from './events/dispatcher.ts'
import { Sealer } from './events/sealer.ts'
import { LiveEvents } from './events/live-events.ts'
import type { LiveSink, LiveSubscription } from './events/live-subscription.ts'
import { commonFailure, Failure, FailureError } from './failure.ts'
import type { Credentials, Identity } from './identity.ts'
import { JobRunner } from './jobs/job-runner.ts'
import type { Caller, Kernel } from './kernel.ts'
import { KnownCallers } from './known-callers.ts'
import { kernelMigrations } from './migrations/kernel-migrations.ts'
import { migrate, workspaceTables } from './migrations/migrate.ts'
import { findUnguarded } from './migrations/row-security.ts'
import type { ModuleDefinition } from './module.ts'
import { ModuleServices } from './module-services.ts'
import { Limits, type LimitSettings } from './pipeline/limits.ts'
import { declaredFailure } from './pipeline/open-context.ts'
import { runCommand } from './pipeline/run-command.ts'
import { runQuery } from './pipeline/run-query.ts'
import { scopeAllows, scopesFor } from './pipeline/scopes.ts'
import { validate } from './pipeline/validate.ts'
import { Refusals } from './audit/refusals.ts'
import { Presence } from './presence.ts'
import type { Logger, Ports } from './ports.ts'
import { AccessWatch } from './realtime/access-watch.ts'
import { followEvents } from './realtime/follow-events.ts'
import { Tickets } from './realtime/tickets.ts'
import { Registry, type RegisteredOperation } from './registry.ts'
import type { CallAs, ScanPool, Services } from './services.ts'

export interface KernelOptions {
  modules: readonly ModuleDefinition[]
  database: Database
  ports: Ports
  log: Logger
  limits: LimitSettings
  strict: boolean
  clock?: () => number
  scans?: ScanPool | null
}

/** Puts the kernel together: registry, migrations, pipeline, jobs and subscriptions. Nothing runs until `start`. */
export async function createKernel(options: KernelOptions): Promise<KernelWithServices> {
  const clock = options.clock ?? Date.now
  const callAs: CallAs = (actor, operation, input, call) => callOrThrow(services, actor, operation, input, call)
  const jobs = new JobRunner(() => services, callAs)
  const dispatcher = new Dispatcher(() => services, callAs)
  const live = new LiveEvents(() => services)
  const services: Services = {
    registry: new Registry([createBuiltin(() => services), ...options.modules]),
    database: options.database,
    scoped: new ScopedDatabases(),
    ports: options.ports,
    log: options.log,
    limits: new Limits(options.limits),
    clock,
    strict: options.strict,
    scans: options.scans ?? null,
    begunAgain: false,
    jobs,
    dispatcher,
    sealer: new Sealer(() => services),
    live,
    access: new AccessWatch((credentials) => kernel.identify(credentials), live, options.log),
    tickets: new Tickets(clock),
    modules: new ModuleServices(() => services, callAs),
  }
  await migrate(options.database, [
    { name: 'kernel', migrations: kernelMigrations },
    ...services.registry.modules.filter(({ name }) => name !== 'kernel'),
  ])
  const kernel = new DaybookKernel(services, callAs)
  return kernel
}

/** The kernel with its insides, for tests and the composition root. */
export interface KernelWithServices extends Kernel {
  readonly services: Services
  /** Runs an operation as a given actor past the limits: jobs, subscriptions, the first start. Refusals throw. */
  callAs: CallAs
}

class DaybookKernel implements KernelWithServices {
  readonly services: Services
  readonly callAs: CallAs
  readonly registry: Registry
  readonly #identity: Identity | undefined
  readonly #callers: KnownCallers
  readonly #refusals: Refusals
  readonly #presence: Presence
  #ready = false

  constructor(services: Services, callAs: CallAs) {
    this.services = services
    this.callAs = callAs
    this.registry = services.registry
    this.#identity = services.registry.modules.find((module) => module.identity)?.identity
    this.#callers = new KnownCallers(services.database)
    this.#refusals = new Refusals(services)
    this.#presence = new Presence(services, callAs, this.#identity)
  }

  async identify(credentials: Credentials): Promise<Actor | null> {
    const identity = this.#identity
    if (!identity || (!credentials.bearer && !credentials.session)) return null
    const now = this.services.clock()
    const { database, ports } = this.services
    const { bearer } = credentials
    const isSigned = bearer !== null && identity.signed?.looksSigned(bearer) === true
    const shown = isSigned
      ? await identity.signed!.verify(bearer, { read: (work) => database.read(work), site: ports.site, now })
      : credentials
    if (!shown) return null
    const row = await this.#callers.find(identity.lookup(shown))
    const actor = row && identity.toActor(row, shown, now)
    if (!actor) return null
    this.#presence.note(actor, now)
    return actor
  }

  async execute(operation: AnyOperation, input: unknown, caller: Caller): Promise<unknown | Failure> {
    const admitted = this.#admit(operation, input, caller)
    if (admitted instanceof Failure) return admitted
    const { registered, value } = admitted
    if (operation.kind === 'query') return runQuery(this.services, registered, caller.actor ?? NOBODY, value)
    return runCommand(this.services, registered, caller, value, {})
  }

  async stream(operation: AnyOperation, input: unknown, caller: Caller): Promise<AsyncGenerator<unknown> | Failure> {
    const admitted = this.#admit(operation, input, caller)
    if (admitted instanceof Failure) return admitted
    const generator = admitted.registered.handle(
      this.#openContext(admitted.registered, caller),
      admitted.value,
    ) as AsyncGenerator<unknown, Failure | void>
    const first = await generator.next().catch((cause: unknown) => {
      if (cause instanceof FailureError) return { done: true as const, value: cause.failure }
      throw cause
    })
    if (first.done && first.value instanceof Failure) return first.value
    return continueStream(first, generator)
  }

  async endpoint(
    operation: AnyOperation,
    input: unknown,
    caller: Caller,
    request: Request,
  ): Promise<Response | Failure> {
    const admitted = this.#admit(operation, input, caller)
    if (admitted instanceof Failure) return admitted
    const context: EndpointContext<any> = {
      ...this.#openContext(admitted.registered, caller),
      request,
      address: caller.address,
      requestId: caller.requestId,
    }
    try {
      return (await admitted.registered.handle(context, admitted.value)) as Response | Failure
    } catch (cause) {
      if (cause instanceof FailureError) return cause.failure
      throw cause
    }
  }

  async follow(input: unknown, caller: Caller, sink: LiveSink): Promise<LiveSubscription | Failure> {
    const admitted = this.#admit(watchEvents, input, caller)
    if (admitted instanceof Failure) return admitted
    return followEvents(this.services, caller.actor!, admitted.value as Parameters<typeof followEvents>[2], sink)
  }

  watchAccess(credentials: Credentials, listener: (actor: Actor | null) => void): () => void {
    return this.services.access.watch(credentials, listener)
  }

  redeemTicket(secret: string): Credentials | null {
    return this.services.tickets.redeem(secret)
  }

  budget(operation: AnyOperation, caller: Caller) {
    return caller.budget ?? this.services.limits.look(operation, caller, this.services.clock())
  }

  settled(): Promise<void> {
    return this.services.dispatcher.settled()
  }

  async verify(): Promise<VerifyReport> {
    const { database, sealer } = this.services
    await sealer.sealed()
    const faults = await database.checkIntegrity()
    if (database.dialect === 'postgres') faults.push(...(await database.read((reading) => this.#unguarded(reading))))
    const report = await database.read(async (transaction) => ({
      audit: await verifyAudit(transaction),
      events: await verifyEvents(transaction),
    }))
    faults.push(...report.audit.faults, ...report.events.faults)
    return { ok: faults.length === 0, auditEntries: report.audit.entries, events: report.events.events, faults }
  }

  async #unguarded(transaction: Transaction): Promise<string[]> {
    const tables = await findUnguarded(transaction, this.registry.modules.flatMap(workspaceTables))
    return tables.map((table) => `The table ${table} is not kept apart by workspace`)
  }

  status() {
    const last = this.services.dispatcher.newest
    const lag = Object.entries(this.services.dispatcher.positions()).map(([name, position]) => [
      name,
      Math.max(0, last - position),
    ])
    return {
      ready: this.#ready,
      lastPosition: last,
      lag: Object.fromEntries(lag),
      jobs: { running: this.services.jobs.running },
    }
  }

  async start(): Promise<void> {
    this.services.sealer.start()
    await this.services.dispatcher.start()
    await this.services.jobs.start()
    await this.services.modules.start()
    this.#ready = true
  }

  async stop(): Promise<void> {
    this.#ready = false
    await this.services.live.stop()
    await this.services.jobs.stop()
    await this.services.modules.close()
    await this.services.dispatcher.stop()
    await this.#refusals.close()
    await this.#presence.close()
    await this.services.sealer.stop()
    await this.services.scans?.close()
  }

  /** Limit, authorise, validate: what every kind of operation passes before it runs. */
  #admit(
    operation: AnyOperation,
    input: unknown,
    caller: Caller,
  ): { registered: RegisteredOperation; value: unknown } | Failure {
    this.services.database.noteForeground()
    const registered = this.registry.operations.get(operation.name)
    if (!registered || registered.operation.access === 'system') return commonFailure('operation-not-found')
    const budget = this.services.limits.spend(operation, caller, this.services.clock())
    caller.budget = budget
    if (!budget.allowed) return commonFailure('rate-limited', { retryAfter: budget.resetSeconds })
    const refusal = accessFailure(operation, caller.actor)
    if (refusal) {
      this.#refusals.note(operation, caller, refusal.code)
      return refusal
    }
    const checked = validate(operation, input)
    return 'failure' in checked ? checked.failure : { registered, value: checked.value }
  }

  #openContext(registered: RegisteredOperation, caller: Caller): OpenContext<any> {
    const { services } = this
    const actor = caller.actor ?? NOBODY
    const options = { surface: caller.surface, requestId: caller.requestId }
    return {
      actor,
      credentials: caller.credentials ?? null,
      signal: caller.signal ?? new AbortController().signal,
      log: services.log,
      ports: services.ports,
      now: services.clock,
      fail: (code, extra) => declaredFailure(registered.operation, code, extra),
      call: (operation, input) => this.callAs(actor, operation, input, options),
      service: (definition) => services.modules.get(definition, registered.module.name),
      callAsSystem: (operation, input, onBehalfOf) =>
        this.callAs(
          onBehalfOf
            ? systemActor(registered.module.name, onBehalfOf.workspaceId, onBehalfOf.userId)
            : systemActor(registered.module.name, actor.workspaceId, actor.kind === 'person' ? actor.id : null),
          operation,
          input,
          options,
        ),
    }
  }
}

function accessFailure(operation: AnyOperation, actor: Actor | null): Failure | null {
  if (!hasAccess(actor, operation.access)) return commonFailure(actor ? 'not-allowed' : 'not-signed-in')
  if (operation.personal && actor?.impersonatorId)
    return commonFailure('not-allowed', { detail: 'Nobody but the person may do this' })
  return scopeFailure(operation, actor)
}

function scopeFailure(operation: AnyOperation, actor: Actor | null): Failure | null {
  const scopes = actor?.scopes ?? null
  if (scopeAllows(scopes, operation)) return null
  return commonFailure('not-allowed', {
    detail: `This needs a token with the scope ${scopesFor(operation).join(' or ')}`,
  })
}

async function callOrThrow(
  services: Services,
  actor: Actor,
  operation: AnyOperation,
  input: unknown,
  options: Parameters<CallAs>[3] = {},
): Promise<unknown> {
  const registered = services.registry.operations.get(operation.name)
  if (!registered) throw new Error(`There is no operation ${operation.name}`)
  if (!hasAccess(actor, operation.access)) throw new FailureError(commonFailure('not-allowed'))
  // Tests look into all of it.
  const ours = operation.access === 'system' && !services.strict
  const checked = validate(operation, input, { ours })
  if ('failure' in checked) throw new FailureError(checked.failure)
  const caller: Caller = {
    actor,
    surface: options.surface ?? 'system',
    requestId: options.requestId ?? uuidv7(),
    address: '',
  }
  const output =
    operation.kind === 'query'
      ? await runQuery(services, registered, actor, checked.value)
      : await runCommand(services, registered, caller, checked.value, options)
  if (output instanceof Failure) throw new FailureError(output)
  return output
}

async function* continueStream(
  first: IteratorResult<unknown, unknown>,
  generator: AsyncGenerator<unknown, Failure | void>,
): AsyncGenerator<unknown> {
  try {
    let next = first
    while (!next.done) {
      yield next.value
      next = await generator.next()
    }
    if (next.value instanceof Failure) throw new FailureError(next.value)
  } finally {
    await generator.return()
  }
}
