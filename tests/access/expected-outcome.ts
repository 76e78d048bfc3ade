import type { AnyOperation } from '#contract/operation.ts'
import type { Caller } from './callers.ts'

/** How a call is met: as one of a stranger, as one that this caller may not make, or as one to look at. */
export type Outcome = 'stranger' | 'refused' | 'admitted'

const ROLES = ['guest', 'member', 'admin', 'owner']

/** What the declaration of an operation says of a caller, in words of this file rather than of the kernel. */
export function expectedOutcome({ person }: Caller, operation: AnyOperation): Outcome {
  if (!person) return operation.access === 'anonymous' ? 'admitted' : 'stranger'
  if (!reaches(person, operation)) return 'refused'
  if (operation.personal && person.impersonated) return 'refused'
  return person.scopes === null || person.scopes.some((scope) => covers(scope, operation)) ? 'admitted' : 'refused'
}

function reaches({ role, keeper }: NonNullable<Caller['person']>, { access }: AnyOperation): boolean {
  if (access === 'instance-admin') return keeper
  if (access === 'anonymous' || access === 'signed-in') return true
  return ROLES.indexOf(role) >= ROLES.indexOf(access)
}

function covers(scope: string, { name, kind, http }: AnyOperation): boolean {
  const [module] = name.split('.')
  if (module === 'admin') return scope === 'admin'
  const isReading = kind === 'endpoint' ? http.method === 'GET' : kind !== 'command'
  return [isReading ? 'read' : 'write', `${module}:${isReading ? 'read' : 'write'}`].includes(scope)
}
