import type { Problem } from '#contract/errors.ts'
import type { Failure } from '#kernel/failure.ts'
import { errorTable, statusOf } from './error-table.ts'

/** A refusal as every surface shows it (RFC 9457). The type is a relative URI whose page explains the code. */
export function toProblem(failure: Failure, requestId: string): Problem {
  const { code, declaration, detail, errors } = failure
  return {
    type: `/api/docs/errors#${code}`,
    title: errorTable[declaration.kind].title,
    status: statusOf(code, declaration),
    detail,
    code,
    kind: declaration.kind,
    ...(declaration.remedy && { remedy: declaration.remedy }),
    retryable: declaration.retryable ?? false,
    requestId,
    ...(errors && { errors }),
  }
}
