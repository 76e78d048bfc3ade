import type { CommonErrorCode } from '#contract/errors.ts'
import { commonFailure, FailureError } from '#kernel/failure.ts'

/** SQLite's result codes (sqlite.org/rescode.html) as declared errors; anything else is passed on as the bug it is. */
export function toStorageFailure(cause: unknown): unknown {
  const code = codeOf(cause)
  return code ? new FailureError(commonFailure(code), { cause }) : cause
}

function codeOf(cause: unknown): CommonErrorCode | null {
  if (!(cause instanceof Error)) return null
  const result = (cause as { errcode?: number }).errcode
  if (typeof result !== 'number') return null
  return BY_RESULT[result & 0xff] ?? null
}

const BY_RESULT: Record<number, CommonErrorCode> = {
  5: 'database-busy',
  6: 'database-busy',
  8: 'database-failed',
  10: 'database-failed',
  11: 'database-failed',
  13: 'disk-full',
  14: 'database-failed',
  26: 'database-failed',
}
