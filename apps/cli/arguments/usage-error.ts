import { ProblemError } from '#client/problem-error.ts'
import type { ErrorKind } from '#contract/errors.ts'

/** A command line that cannot be read. */
export function usageError(detail: string, remedy = 'See "daybook help".'): ProblemError {
  return cliError('bad-usage', 'validation', detail, remedy)
}

/** An error that the CLI itself declares, in the form every surface uses. */
export function cliError(
  code: string,
  kind: ErrorKind,
  detail: string,
  remedy: string,
  options?: ErrorOptions,
): ProblemError {
  const title = detail
  return new ProblemError(
    { type: 'about:blank', title, status: 0, detail, code, kind, remedy, retryable: false, requestId: '' },
    options,
  )
}
