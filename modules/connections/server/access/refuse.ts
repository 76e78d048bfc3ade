import { toErrorDeclaration } from '#contract/errors.ts'
import { Failure, FailureError } from '#kernel/failure.ts'
import { accessErrors } from '../../contract/errors.ts'

export type AccessCode = keyof typeof accessErrors

/** Why an account cannot be used now, as callers of the service get it. */
export function refuse(code: AccessCode): FailureError {
  return new FailureError(new Failure(code, toErrorDeclaration(code, accessErrors[code])))
}
