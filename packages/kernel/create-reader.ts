import type { Database } from './database/port.ts'
import { ScopedDatabases } from './database/scoped.ts'
import { Failure } from './failure.ts'
import type { ModuleDefinition } from './module.ts'
import { runQuery } from './pipeline/run-query.ts'
import { Registry } from './registry.ts'
import type { ScanAnswer, ScanTask, Services } from './services.ts'

/** A kernel that can only read: what a thread for scans needs. Access and validation were the caller's. */
export function createReader(
  modules: readonly ModuleDefinition[],
  database: Pick<Database, 'dialect' | 'read'>,
): (task: ScanTask) => Promise<ScanAnswer> {
  const registry = new Registry(modules)
  const services = {
    registry,
    database,
    scoped: new ScopedDatabases(),
    clock: Date.now,
    strict: false,
    scans: null,
  } as unknown as Services
  return async ({ operation, input, actor, begunAgain }) => {
    const registered = registry.operations.get(operation)
    if (!registered || registered.operation.kind !== 'query') throw new Error(`There is no query ${operation}`)
    const output = await runQuery({ ...services, begunAgain }, registered, actor, input)
    if (!(output instanceof Failure)) return { value: output }
    const { code, detail, errors } = output
    return { failure: { code, detail, ...(errors && { errors }) } }
  }
}
