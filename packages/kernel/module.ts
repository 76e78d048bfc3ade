import type { EventDefinition } from '#contract/event.ts'
import type { Query } from '#contract/operation.ts'
import type { SettingDefinition } from '#contract/setting.ts'
import type { JobHandler, OperationHandler, Projection, Subscription } from './handlers.ts'
import type { PrivateRows } from './database/private-rows.ts'
import type { Identity } from './identity.ts'
import type { Migration } from './migrations/migration.ts'
import type { ServiceProvider } from './module-services.ts'
import type { SealedColumn } from './sealing/sealed-column.ts'

/** A module's manifest: a table of contents, names only. */
export interface ModuleDefinition {
  name: string
  /** The exports of its contract.ts. */
  contract: Record<string, unknown>
  /** Its tables, each beginning with the module's name, and whether a row belongs to a workspace. */
  tables: Record<string, 'workspace' | 'instance'>
  migrations: Migration[]
  /** Which of its rows are one person's alone: nobody else's operations find them. */
  privateRows?: PrivateRows
  /** What people call it with is theirs alone: the audit keeps that they did and on what, never the words. */
  private?: boolean
  operations: OperationHandler[]
  jobs?: JobHandler[]
  subscriptions?: (Subscription | Projection)[]
  settings?: SettingDefinition<any>[]
  /** What it offers within the process beside its operations. */
  services?: ServiceProvider[]
  /** Queries and services of other modules that this one asks, by name. The graph of modules has no circles. */
  uses?: string[]
  /** The titles of its records, a kind each: what links and timelines show. */
  records?: Record<string, DescribeRecords>
  /** Events after which somebody may have fewer rights: open connections are looked at again. */
  revokes?: EventDefinition<any>[]
  /** What lies sealed under the instance key itself, so that the key can be changed. */
  sealed?: SealedColumn[]
  /** The one module that says who a caller is. */
  identity?: Identity
}

/** Gives title of many records at once; ids that the actor may not see are left out. */
export type DescribeRecords = Query<
  { ids: string[] },
  { ids: string[] },
  { items: { id: string; title: string }[] },
  string
>

/** Declares a module. */
export function defineModule(definition: ModuleDefinition): ModuleDefinition {
  return definition
}
