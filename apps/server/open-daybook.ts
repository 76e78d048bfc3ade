import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { systemActor, type Actor } from '#kernel/actor.ts'
import { createKernel, type KernelWithServices } from '#kernel/create-kernel.ts'
import type { ModuleDefinition } from '#kernel/module.ts'
import type { LimitSettings } from '#kernel/pipeline/limits.ts'
import type { Logger } from '#kernel/ports.ts'
import { createLink, ensureOwner } from '#modules/identity/server/internal.ts'
import { openFileBlobs } from '#platform/blobs/file-blobs.ts'
import { databaseLogGrown } from '#platform/log/events.ts'
import { SqliteDatabase } from '#platform/sqlite/sqlite-database.ts'
import { openFileUploads } from '#platform/uploads/file-uploads.ts'
import { createWorkers } from '#platform/workers/thread-workers.ts'
import { createMcpApp, type McpApp } from '#surfaces/mcp/create-mcp-app.ts'
import { createRestApp } from '#surfaces/rest/create-rest-app.ts'
import type { RestApp, RestOptions } from '#surfaces/rest/options.ts'
import { loadModules } from './load-modules.ts'
import { withLocalToken } from './local-token.ts'
import { openScanPool } from './scan-pool.ts'

export interface DaybookOptions {
  dataFolder: string
  log: Logger
  limits: LimitSettings
  rest: RestOptions
  /** Development and tests: bugs that production tolerates are thrown. */
  strict: boolean
  /** The largest upload in bytes, where it is less than the kernel's own bound. */
  uploadLimitBytes?: number
  modules?: readonly ModuleDefinition[]
  clock?: () => number
}

/** Daybook over one data folder, without a socket: the kernel and its HTTP surface. */
export interface Daybook {
  kernel: KernelWithServices
  app: RestApp
  mcp: McpApp
  database: SqliteDatabase
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
  const path = join(dataFolder, 'daybook.sqlite')
  const database = new SqliteDatabase({
    path,
    strict: options.strict,
    onLogAlarm: (bytes) => databaseLogGrown(log, bytes),
  })
  const workers = createWorkers(log)
  const created = await createKernel({
    ...options,
    modules: options.modules ?? (await loadModules()),
    database,
    ports: {
      blobs: openFileBlobs(join(dataFolder, 'blobs')),
      uploads: openFileUploads(join(dataFolder, 'uploads'), options.uploadLimitBytes),
      workers,
    },
    scans: openScanPool(workers, path),
  })

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
