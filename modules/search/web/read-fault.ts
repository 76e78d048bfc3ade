import type { ProblemError } from '#client/problem-error.ts'

/** Where a search is wrong, and what would mend it. */
export interface QueryFault {
  message: string
  position: number
  length: number
  suggestion?: string
}

/** The fault of a `bad-query` answer; without a position the whole search is meant. */
export function readFault(q: string, error: ProblemError): QueryFault {
  const fault = (error.problem.errors?.[0] ?? {}) as Partial<QueryFault>
  const position = Math.min(fault.position ?? 0, q.length)
  return {
    message: fault.message ?? error.problem.detail,
    position,
    length: Math.min(fault.length ?? q.length, q.length - position),
    ...(fault.suggestion !== undefined && { suggestion: fault.suggestion }),
  }
}
