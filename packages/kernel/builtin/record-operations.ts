import { Failure } from '../failure.ts'
import { handlersFor, type OperationHandler } from '../handlers.ts'
import type { Services } from '../services.ts'
import { describeRecords } from './contract.ts'

const { query } = handlersFor<never>()

/** Titles of any module's records, by the query that the module names for them. */
export function recordOperations(services: () => Services): OperationHandler[] {
  const describe = query(describeRecords, async (context, { kind, ids }) => {
    const describing = services().registry.records.get(kind)
    if (!describing) return { items: [] }
    const answer = await context.ask(describing, { ids })
    return answer instanceof Failure ? { items: [] } : answer
  })
  return [describe]
}
