import type { Actor } from '../actor.ts'

/**
 * Whether a person acts through a session or on the machine itself. A token stands in for a program, and a program
 * that asks must not answer.
 */
export function isInPerson(actor: Actor & { tokenId?: string | null }): boolean {
  return actor.kind === 'person' && actor.scopes === null && !actor.tokenId
}
