import { isOperation } from '#contract/operation.ts'
import { commonFailure } from '#kernel/failure.ts'
import type { OperationHandler } from '#kernel/handlers.ts'
import * as contract from '../../contract.ts'

/** @todo Operations that are declared and not carried out yet answer that they are not there. */
export function notYet(carriedOut: readonly OperationHandler[]): OperationHandler[] {
  const known = new Set(carriedOut.map(({ operation }) => operation.name))
  return Object.values<unknown>(contract)
    .filter(isOperation)
    .filter(({ name }) => !known.has(name))
    .map((operation) => ({ operation, handle: () => Promise.resolve(commonFailure('operation-not-found')) }))
}
