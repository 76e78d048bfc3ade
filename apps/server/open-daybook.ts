import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { systemActor, type Actor } from '#kernel/actor.ts'
import type { Database } from '#kernel/database/port.ts'
import { createKernel, type KernelWithServices } from '#kernel/create-kernel.ts'
import type { ModuleDefinition } from '#kernel/module.ts'
import type { LimitSettings } from '#kernel/pipeline/limits.ts'
import type { Logger, Models, Registrations } from '#kernel/ports.ts'
import { createLink, ensureOwner } from '#modules/identity/server/internal.ts'
import { openFileBlobs } from '#platform/blobs/file-blobs.ts'
import { createMailer, type MailSettings } from '#platform/mailer/smtp-mailer.ts'
import { createSealer } from '#platform/sealer/aes-sealer.ts'
import { checkInstanceKey } from '#platform/sealer/check-instance-key.ts'
import { openFileUploads } from '#platform/uploads/file-uploads.ts'
import { openMasterKey } from '#platform/vault/master-key.ts'
import { settleNextKey } from '#platform/vault/next-key.ts'
import { createWorkers } from '#platform/workers/thread-workers.ts'
import { createMcpApp, type McpApp } from '#surfaces/mcp/create-mcp-app.ts'
import { createRestApp } from '#surfaces/rest/create-rest-app.ts'
import type { RestApp } from '#surfaces/rest/options.ts'
import { createSocketApp, type SocketApp } from '#surfaces/socket/create-socket-app.ts'
import type { SocketOptions } from '#surfaces/socket/socket-options.ts'
import { loadModules } from './load-modules.ts'
import { withLocalToken } from './local-token.ts'
import { openDatabase } from './open-database.ts'

export interface DaybookOptions {
  dataFolder: string
  /** PostgreSQL instead of a file in the folder; a secret. */
  databaseUrl?: string | null
  log: Logger
  limits: LimitSettings
  rest: SocketOptions
  /** Development and tests: bugs that production tolerates are thrown. */
  strict: boolean
  /** The largest upload in bytes, where it is less than the kernel's own bound. */
  uploadLimitBytes?: number
  /** What the instance key is derived from; a file of the data folder holds the key unless given. */
  instanceSecret?: string | null
  /** Whether the instance key lies in the keyring of the operating system rather than in a file. */
  keyring?: boolean
  /** Where Daybook is known as a program at Google and Microsoft. */
  registrations?: Registrations
  /** The language model to ask; without one all goes by rules. */
  models?: Models | null
  /** Where mail is handed over; without it nobody gets any. */
  mail?: MailSettings | null
  modules?: readonly ModuleDefinition[]
  clock?: () => number
}

/** Daybook over one data folder, without a socket: the kernel and its HTTP surface. */
export interface Daybook {
  kernel: KernelWithServices
  app: RestApp
  socket: SocketApp
  mcp: McpApp
  database: Database
  owner: Actor
  /** The secret of this process for the command line. */
  localToken: string
  /** The secret part of a one-time sign-in link. */
  createSignInSecret(): Promise<string>
  close(): Promise<void>
}

/** Opens the folder, migrates it, makes the owner at the first time, and begins background work. The caller holds the lock. */
export async function openDaybook(options: DaybookOptions): Promise<Daybook> {
  const { dataFolder, log } = options
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const workers = createWorkers(log)
  const { database, scans } = await openDatabase({
    dataFolder,
    databaseUrl: options.databaseUrl ?? null,
    strict: options.strict,
    log,
    workers,
  })
  await settleNextKey(database, { dataFolder, keyring: options.keyring ?? false })
  const instanceKey = await openMasterKey({
    dataFolder,
    secret: options.instanceSecret ?? null,
    keyring: options.keyring ?? false,
    log,
  })
  const sealer = createSealer(instanceKey.bytes)
  const created = await createKernel({
    ...options,
    modules: options.modules ?? (await loadModules()),
    database,
    ports: {
      blobs: openFileBlobs(join(dataFolder, 'blobs')),
      uploads: openFileUploads(join(dataFolder, 'uploads'), options.uploadLimitBytes),
      workers,
      mailer: createMailer(options.mail ?? null),
      sealer,
      site: { publicUrl: options.rest.publicUrl ?? null },
      registrations: options.registrations ?? { google: null, microsoft: null },
      models: options.models ?? null,
    },
    scans,
  })

  await checkInstanceKey(database, sealer, instanceKey.keep)
  const starter = systemActor('start', '', null)
  const { userId, workspaceId } = await created.callAs(starter, ensureOwner, {})
  const owner: Actor = {
    id: userId,
    kind: 'person',
    workspaceId,
    role: 'owner',
    scopes: null,
    onBehalfOf: null,
    sessionId: null,
    instanceAdmin: true,
  }
  const { kernel, localToken } = withLocalToken(created, owner)
  await kernel.start()
  const mcp = createMcpApp(kernel, options.rest)

  return {
    kernel,
    app: createRestApp(kernel, options.rest),
    socket: createSocketApp(kernel, options.rest),
    mcp,
    database,
    owner,
    localToken,
    createSignInSecret: async () => (await kernel.callAs(starter, createLink, { userId, workspaceId })).secret,
    async close() {
      await mcp.close()
      await kernel.stop()
      await database.close()
    },
  }
}
