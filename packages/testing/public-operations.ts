import { isOperation, type AnyOperation } from '#contract/operation.ts'
import * as builtin from '#kernel/builtin/contract.ts'
import { contractModules } from '#modules/registry/contract.ts'

/** Every operation that the contracts declare and that reaches a surface, without opening a database. */
export async function publicOperations(): Promise<AnyOperation[]> {
  const contracts: object[] = await Promise.all(contractModules.map(({ load }) => load()))
  return [builtin, ...contracts]
    .flatMap((contract) => Object.values(contract).filter(isOperation))
    .filter(({ access }) => access !== 'system')
}
