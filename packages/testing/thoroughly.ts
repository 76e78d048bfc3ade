import { testPostgresUrl } from './postgres-databases.ts'

/**
 * How often something random is tried: as often as said where most tests run, on Bun with SQLite; a quarter of that on
 * the other runtime and the other database, which are looked at for what is different there.
 */
export function thoroughly(count: number): number {
  const everywhere = !('Bun' in globalThis) || testPostgresUrl() !== null
  return everywhere ? Math.ceil(count / 4) : count
}
