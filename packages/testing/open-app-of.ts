import { serverModules } from '#modules/registry/server.ts'
import { openTestApp, type TestApp, type TestAppOptions } from './test-app.ts'

type ModuleName = (typeof serverModules)[number]['name']

/** A test app of some of the registered modules: a module's own tests name the others without importing them. */
export async function openAppOf(
  names: readonly ModuleName[],
  options: Omit<TestAppOptions, 'modules'> = {},
): Promise<TestApp> {
  const chosen = serverModules.filter(({ name }) => names.includes(name))
  const loaded = await Promise.all(chosen.map(({ load }) => load()))
  return openTestApp({ ...options, modules: loaded.map((module) => module.default) })
}
