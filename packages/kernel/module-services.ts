import type { ServiceDefinition } from '#contract/service.ts'
import { systemActor } from './actor.ts'
import type { ActingFor } from './context.ts'
import type { Logger, Ports } from './ports.ts'
import type { CallAs, Services } from './services.ts'

/** What makes a service: its module's manifest names it. */
export interface ServiceProvider {
  service: ServiceDefinition<any>
  make(context: ServiceContext): unknown
}

/** A service that holds connections or timers. */
export interface LivingService {
  /** Called once everything else runs. */
  start?(): Promise<void> | void
  /** Called once jobs have paused. */
  close?(): Promise<void> | void
}

export interface ServiceContext {
  log: Logger
  ports: Ports
  now(): number
  /** Calls operations as a system actor, for a person in a workspace, or for nobody where none is named. */
  acting(onBehalfOf?: { userId: string; workspaceId: string }): ActingFor
  /** A service of this module, or one that it lists in its uses. */
  service<Api>(definition: ServiceDefinition<Api>): Api
}

/** Says how a service is made. It is made once a process, when it is first asked for or when the process starts. */
export function provide<Api>(
  service: ServiceDefinition<Api>,
  make: (context: ServiceContext) => Api & LivingService,
): ServiceProvider {
  return { service, make }
}

/** The services of all modules, each made once. */
export class ModuleServices {
  readonly #services: () => Services
  readonly #callAs: CallAs
  readonly #made = new Map<string, unknown>()

  constructor(services: () => Services, callAs: CallAs) {
    this.#services = services
    this.#callAs = callAs
  }

  /** A service for a module that provides it or lists it in its uses. */
  get<Api>(definition: ServiceDefinition<Api>, asking: string): Api {
    const registered = this.#services().registry.services.get(definition.name)
    if (!registered) throw new Error(`Nobody provides ${definition.name}`)
    const { module } = registered
    if (module.name !== asking && !this.#lists(asking, definition.name))
      throw new Error(`${asking} does not list ${definition.name} in its uses`)
    return this.#make(definition.name) as Api
  }

  async start(): Promise<void> {
    for (const name of this.#services().registry.services.keys()) await (this.#make(name) as LivingService).start?.()
  }

  async close(): Promise<void> {
    await Promise.all([...this.#made.values()].map(async (made) => (made as LivingService).close?.()))
  }

  #lists(asking: string, name: string): boolean {
    const module = this.#services().registry.modules.find((candidate) => candidate.name === asking)
    return module?.uses?.includes(name) ?? false
  }

  #make(name: string): unknown {
    if (!this.#made.has(name)) {
      const { provider, module } = this.#services().registry.services.get(name)!
      this.#made.set(name, provider.make(this.#contextOf(name, module.name)))
    }
    return this.#made.get(name)
  }

  #contextOf(name: string, module: string): ServiceContext {
    const { log, ports, clock } = this.#services()
    return {
      log,
      ports,
      now: clock,
      acting: (person) => this.#acting(name, person),
      service: (definition) => this.get(definition, module),
    }
  }

  #acting(name: string, person: { userId: string; workspaceId: string } | undefined): ActingFor {
    const actor = systemActor(name, person?.workspaceId ?? '', person?.userId ?? null)
    const call = (operation: any, input: unknown) => this.#callAs(actor, operation, input, { surface: 'service' })
    return { call, ask: call }
  }
}
