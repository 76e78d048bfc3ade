import type { ModuleDefinition } from '#kernel/module.ts'
import { serverModules } from '#modules/registry/server.ts'

/** The manifests of every registered module. */
export async function loadModules(): Promise<ModuleDefinition[]> {
  const loaded = await Promise.all(serverModules.map(({ load }) => load()))
  return loaded.map((module) => module.default)
}
