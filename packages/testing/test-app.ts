import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadModules } from '#apps/server/load-modules.ts'
import { openDaybook, type Daybook } from '#apps/server/open-daybook.ts'
import type { Operation } from '#contract/operation.ts'
import { uuidv7 } from '#base/ids.ts'
import type { Actor, Role } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import type { MailSettings } from '#platform/mailer/smtp-mailer.ts'
import type { Database, Work } from '#kernel/database/port.ts'
import type { Logger, Models, Registrations } from '#kernel/ports.ts'
import type { ModuleDefinition } from '#kernel/module.ts'
import { createPostgres, dropPostgres, testPostgresUrl } from './postgres-databases.ts'

export interface TestAppOptions {
  /** A folder to open again; a new one is made and removed unless given. */
  dataFolder?: string
  /** Another app's PostgreSQL, to work beside it as a second process would. It is the other's to remove. */
  databaseUrl?: string
  modules?: readonly ModuleDefinition[]
  clock?: () => number
  /** A mail server, for flows that send mail. */
  mail?: MailSettings
  publicUrl?: string
  /** Google and Microsoft as Daybook is known there: emulators. */
  registrations?: Registrations
  /** A language model, which is always beyond this machine for a test. */
  models?: Models
  /** Takes what is logged; nobody reads it unless given. */
  log?: Logger
}

/** A whole Daybook on a real database in a folder of its own, driven as an actor or over HTTP. */
export interface TestApp extends AsyncDisposable {
  daybook: Daybook
  dataFolder: string
  /** The app's own PostgreSQL; null on SQLite. */
  databaseUrl: string | null
  owner: Actor
  /** The bearer token of the owner. */
  token: string
  /** A person of this role in the owner's workspace, or in another one. */
  person(role: Role, workspaceId?: string): Actor
  as(actor: Actor): {
    call<Call, Output>(
      operation: Operation<Call, any, Output, string>,
      input: Call,
      options?: { idempotencyKey?: string },
    ): Promise<Output | Failure>
  }
  /** Like `as(owner).call`, throwing on a refusal. */
  call<Call, Output>(operation: Operation<Call, any, Output, string>, input: Call): Promise<Output>
  /** A request to the HTTP surface as the owner, unless it carries its own credentials. */
  fetch(path: string, init?: RequestInit & { anonymous?: boolean }): Promise<Response>
  /** Names of the events since the last look. */
  takeEvents(): Promise<string[]>
  /** Waits until projections and jobs have nothing left to do. */
  settle(): Promise<void>
}

/** Opens a test app; use it with `await using`. */
export async function openTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'daybook-test-')))
  const server = testPostgresUrl()
  const databaseUrl =
    options.databaseUrl ?? (server && (await databaseOf(server, dataFolder, options.modules ?? (await loadModules()))))
  const daybook = await openDaybook({
    dataFolder,
    databaseUrl,
    // Processes on one database share the key that its secrets are sealed with.
    ...(databaseUrl && { instanceSecret: SECRET }),
    log: options.log ?? quietLog,
    limits: { anonymousPerMinute: 100_000, authPerMinute: 100_000, signedInPerMinute: 1_000_000 },
    rest: {
      log: quietLog,
      hosts: ['localhost'],
      ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
    } as never,
    ...(options.mail && { mail: options.mail }),
    ...(options.registrations && { registrations: options.registrations }),
    ...(options.models && { models: options.models }),
    strict: true,
    ...(options.modules && { modules: options.modules }),
    ...(options.clock && { clock: options.clock }),
  })
  const { kernel, owner } = daybook
  const database = sealedFirst(daybook)
  let seen = await newest()

  async function newest(): Promise<number> {
    const row = await database.read(async (transaction) =>
      transaction.get('SELECT COALESCE(MAX(position), 0) AS last FROM events'),
    )
    return Number(row!.last)
  }

  return {
    daybook: { ...daybook, database },
    dataFolder,
    databaseUrl,
    owner,
    token: daybook.localToken,
    person: (role, workspaceId = owner.workspaceId) => ({
      ...owner,
      id: uuidv7(),
      role,
      workspaceId,
      instanceAdmin: false,
    }),
    as: (actor) => ({
      call: (operation, input, call = {}) =>
        kernel.execute(operation, input, {
          actor,
          surface: 'test',
          requestId: uuidv7(),
          address: '127.0.0.1',
          ...call,
        }) as never,
    }),
    async call(operation, input) {
      const output = await kernel.execute(operation, input, {
        actor: owner,
        surface: 'test',
        requestId: uuidv7(),
        address: '127.0.0.1',
      })
      if (output instanceof Failure) throw new Error(`${operation.name} refused: ${output.code} ${output.detail}`)
      return output as never
    },
    fetch(path, { anonymous, ...init } = {}) {
      const headers = new Headers(init.headers)
      if (!anonymous && !headers.has('authorization')) headers.set('authorization', `Bearer ${daybook.localToken}`)
      return Promise.resolve(daybook.app.fetch(new Request(new URL(path, 'http://localhost'), { ...init, headers })))
    },
    async takeEvents() {
      const rows = await database.read(async (transaction) =>
        transaction.all('SELECT type FROM events WHERE position > ? ORDER BY position', seen),
      )
      seen = await newest()
      return rows.map((row) => String(row.type))
    },
    async settle() {
      // A test moves its clock past the time of a job, which no timer follows.
      kernel.services.jobs.wake()
      for (;;) {
        await kernel.settled()
        const row = await database.read(async (transaction) =>
          transaction.get(LEFT_TO_DO, (options.clock ?? Date.now)()),
        )
        if (Number(row!.n) === 0) break
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      await kernel.settled()
    },
    async [Symbol.asyncDispose]() {
      await daybook.close()
      if (options.dataFolder) return
      await rm(dataFolder, { recursive: true, force: true })
      if (server && databaseUrl && !options.databaseUrl) await dropPostgres(server, databaseUrl)
    },
  }
}

/**
 * The database as a test looks into it by SQL of its own: what was answered has its place, and rows are those of the
 * owner's workspace.
 */
function sealedFirst({ kernel, database, owner }: Daybook): Database {
  if (database.dialect === 'sqlite') return database
  const inWorkspace =
    <T>(work: Work<T>): Work<T> =>
    (transaction) => {
      transaction.enter(owner.workspaceId)
      return work(transaction)
    }
  const sealed = () => kernel.services.sealer.sealed()
  return {
    dialect: database.dialect,
    version: database.version,
    read: (work) => sealed().then(() => database.read(inWorkspace(work))),
    write: (work, options) => sealed().then(() => database.write(inWorkspace(work), options)),
    noteForeground: () => database.noteForeground(),
    isQuiet: () => database.isQuiet(),
    maintain: (sql) => database.maintain(sql),
    checkIntegrity: () => database.checkIntegrity(),
    scrub: (signal) => database.scrub(signal),
    onStored: (listener) => database.onStored(listener),
    logBytes: () => database.logBytes(),
    close: () => database.close(),
  }
}

const SECRET = 'the secret of every test, 32 or more'

/** Databases of folders that a test opens again. They go with the server. */
const databases = new Map<string, Promise<string>>()

function databaseOf(server: string, dataFolder: string, modules: readonly ModuleDefinition[]): Promise<string> {
  const url = databases.get(dataFolder) ?? createPostgres(server, modules)
  databases.set(dataFolder, url)
  return url
}

/** What is erased is overwritten within the hour; nobody waits for that. */
const LEFT_TO_DO = `SELECT COUNT(*) AS n FROM jobs
  WHERE state IN ('queued', 'running') AND NOT (name IN ('kernel.scrub', 'insights.learn', 'tasks.empty-trash', 'tasks.forget-files',
      'mail.copy-draft', 'focus.ring')
    AND state = 'queued' AND run_at > ?)`

const quietLog = { debug() {}, info() {}, warn() {}, error() {} }
