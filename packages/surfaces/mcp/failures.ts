import type { AnyOperation } from '#contract/operation.ts'
import { commonFailure, Failure } from '#kernel/failure.ts'

/** An operation that no assistant may call, and why. */
export function withheld({ name }: AnyOperation, reason: string): Failure {
  return new Failure('withheld', {
    message: `${name} is not for assistants: ${reason}`,
    kind: 'forbidden',
    remedy: 'Leave it to the person, who has it in the app and on the command line.',
  })
}

/** A name that search_operations does not know. */
export function noSuchOperation(name: string): Failure {
  return commonFailure('operation-not-found', { detail: `There is no operation ${name.slice(0, 100)}` })
}

/** The arguments of one of the tools that are not operations. */
export function badArguments(detail: string): Failure {
  return commonFailure('invalid-input', { detail })
}
