import { isOperation, type AnyOperation } from '#contract/operation.ts'
import type { EventDefinition } from '#contract/event.ts'
import type { ServiceDefinition } from '#contract/service.ts'
import type { SettingDefinition } from '#contract/setting.ts'
import type { DescribeRecords, ModuleDefinition } from './module.ts'
import type { ServiceProvider } from './module-services.ts'
import type { JobHandler, OperationHandler, Projection, Subscription } from './handlers.ts'

/** A handler with the module it belongs to. */
export interface RegisteredOperation extends OperationHandler {
  module: ModuleDefinition
  /** The tables its database handle may see. */
  tables: ReadonlyMap<string, 'workspace' | 'instance'>
}

/** Everything the modules declared, checked once and looked up by name. */
export class Registry {
  readonly modules: readonly ModuleDefinition[]
  readonly operations = new Map<string, RegisteredOperation>()
  readonly events = new Map<string, EventDefinition>()
  /** Events after which somebody may have fewer rights. */
  readonly revoking = new Set<string>()
  readonly jobs = new Map<string, JobHandler & { module: ModuleDefinition }>()
  readonly subscriptions: { module: ModuleDefinition; subscription: Subscription | Projection }[] = []
  readonly services = new Map<string, { provider: ServiceProvider; module: ModuleDefinition }>()
  readonly settings = new Map<string, SettingDefinition>()
  readonly records = new Map<string, DescribeRecords>()
  readonly tables = new Map<string, ReadonlyMap<string, 'workspace' | 'instance'>>()

  constructor(modules: readonly ModuleDefinition[]) {
    this.modules = modules
    for (const module of modules) this.#add(module)
    this.#refuseMissing()
    this.#refuseCircles()
  }

  /** The operations that reach a surface. */
  get public(): AnyOperation[] {
    return [...this.operations.values()].map(({ operation }) => operation).filter(({ access }) => access !== 'system')
  }

  #add(module: ModuleDefinition): void {
    const tables = new Map(Object.entries(module.tables))
    for (const name of tables.keys()) {
      if (!name.startsWith(`${module.name}_`))
        throw new Error(`The table ${name} must bear its module's name, ${module.name}_…`)
    }
    this.tables.set(module.name, tables)
    for (const handler of module.operations) {
      const { name } = handler.operation
      if (this.operations.has(name)) throw new Error(`Two operations are called ${name}`)
      this.operations.set(name, { ...handler, module, tables })
    }
    for (const value of Object.values(module.contract)) {
      if (isEvent(value)) this.events.set(value.name, value)
    }
    for (const event of module.revokes ?? []) this.revoking.add(event.name)
    for (const handler of module.jobs ?? []) this.jobs.set(handler.job.name, { ...handler, module })
    for (const entry of module.subscriptions ?? []) this.subscriptions.push({ module, subscription: entry })
    for (const provider of module.services ?? []) this.services.set(provider.service.name, { provider, module })
    for (const setting of module.settings ?? []) this.settings.set(setting.name, setting)
    for (const [kind, describe] of Object.entries(module.records ?? {})) this.records.set(kind, describe)
  }

  #refuseMissing(): void {
    for (const module of this.modules) {
      for (const value of Object.values(module.contract)) {
        if (isOperation(value) && !this.operations.has(value.name)) throw new Error(`Nobody carries out ${value.name}`)
        if (isService(value) && !this.services.has(value.name)) throw new Error(`Nobody provides ${value.name}`)
      }
    }
  }

  /** A module that is asked must not ask back, however far round. */
  #refuseCircles(): void {
    const edges = new Map(this.modules.map((module) => [module.name, this.#asked(module)]))
    const visit = (name: string, path: string[]): void => {
      if (path.includes(name)) throw new Error(`Modules ask each other in a circle: ${[...path, name].join(' → ')}`)
      for (const next of edges.get(name) ?? []) visit(next, [...path, name])
    }
    for (const name of edges.keys()) visit(name, [])
  }

  #asked(module: ModuleDefinition): string[] {
    return [...new Set((module.uses ?? []).map((used) => this.#ownerOf(used)))].filter((owner) => owner !== module.name)
  }

  #ownerOf(used: string): string {
    const registered = this.operations.get(used) ?? this.services.get(used)
    // A module that is left out by configuration takes its questions with it.
    return registered ? registered.module.name : used.split('.')[0]!
  }
}

function isEvent(value: unknown): value is EventDefinition {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'event'
}

function isService(value: unknown): value is ServiceDefinition<unknown> {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'service'
}
