import { commonErrors, type CommonErrorCode, type ErrorDeclaration, type FieldError } from '#contract/errors.ts'

/** An expected refusal: a declared code with its sentence. Returned by handlers, never thrown by them. */
export class Failure<Code extends string = string> {
  readonly code: Code
  readonly declaration: ErrorDeclaration
  readonly detail: string
  readonly errors: FieldError[] | undefined
  /** Seconds until a retry makes sense; becomes Retry-After. */
  readonly retryAfter: number | undefined

  constructor(code: Code, declaration: ErrorDeclaration, extra: FailureExtra = {}) {
    this.code = code
    this.declaration = declaration
    this.detail = extra.detail ?? declaration.message
    this.errors = extra.errors
    this.retryAfter = extra.retryAfter
  }
}

/** What a handler may add to a declared error: a more exact sentence, or the members at fault. */
export interface FailureExtra {
  detail?: string
  errors?: FieldError[]
  retryAfter?: number
}

/** One of the errors that any operation may answer. */
export function commonFailure(code: CommonErrorCode, extra?: FailureExtra): Failure<CommonErrorCode> {
  return new Failure(code, commonErrors[code], extra)
}

/** Carries a failure through code that cannot return one: a nested call, a job, a storage error. */
export class FailureError extends Error {
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.detail, options)
    this.name = 'FailureError'
    this.failure = failure
  }
}
