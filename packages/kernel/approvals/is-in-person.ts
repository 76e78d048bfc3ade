import type { Actor } from '../actor.ts'

/**
 * Whether a person acts, through a session of their own or on the machine itself. A token stands in for a program, and a
 * program that asks must not answer; an administrator who acts as somebody is not that somebody.
 */
export function isInPerson({ kind, scopes, tokenId, impersonatorId }: Actor): boolean {
  return kind === 'person' && scopes === null && !tokenId && !impersonatorId
}
