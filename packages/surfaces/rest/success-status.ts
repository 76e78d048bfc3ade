import type { AnyOperation } from '#contract/operation.ts'

/** The status of an operation's success: 202 when a job begins, 201 when a record is made, else 200. */
export function successStatus(operation: AnyOperation): 200 | 201 | 202 {
  if (operation.startsJob) return 202
  return operation.kind !== 'query' && /\.create(-|$)/.test(operation.name) ? 201 : 200
}
