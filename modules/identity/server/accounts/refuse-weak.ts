import type { FailureExtra } from '#kernel/failure.ts'
import { passwordFault } from '../passwords/password-policy.ts'

/** What to say of a password that will not do; null where it will. */
export function weaknessOf(password: string, personal: readonly (string | null)[]): FailureExtra | null {
  const fault = passwordFault(password, personal)
  return fault === null ? null : { detail: fault, errors: [{ pointer: '/password', message: fault }] }
}
