import type { AnyOperation } from '#contract/operation.ts'
import { hasAccess, type Actor } from '#kernel/actor.ts'
import { scopeAllows } from '#kernel/pipeline/scopes.ts'

/** Why no assistant may call an operation, or null when one may. Every public operation is one or the other. */
export function withheldBecause({ agent, kind, access }: AnyOperation): string | null {
  if (agent.withheld !== null) return agent.withheld
  if (access === 'anonymous') return 'it is for whoever is not signed in'
  if (kind === 'endpoint') return 'it takes or gives a file or a cookie, which a tool cannot carry'
  if (kind === 'stream') return 'it goes on for as long as somebody listens, and a tool answers once'
  return null
}

/** Whether a caller's role and token reach an operation. The kernel checks it again; this is for lists. */
export function isInReach(actor: Actor, operation: AnyOperation): boolean {
  return hasAccess(actor, operation.access) && scopeAllows(actor.scopes, operation)
}
