import { commonFailure, FailureError } from '#kernel/failure.ts'

/** A full disk or quota as the declared error `disk-full`; anything else is passed on as it is. */
export function toDiskFailure(cause: unknown): unknown {
  return FULL.has((cause as { code?: unknown } | null)?.code)
    ? new FailureError(commonFailure('disk-full'), { cause })
    : cause
}

const FULL = new Set<unknown>(['ENOSPC', 'EDQUOT', 'EFBIG'])
