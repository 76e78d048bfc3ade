import type { AnyOperation } from '#contract/operation.ts'
import { hasAccess, type Actor } from '#kernel/actor.ts'
import { scopeAllows } from '#kernel/pipeline/scopes.ts'
import { inputShape } from '../input-shape.ts'
import { secretMembers } from './secret-members.ts'

/** Why no assistant may call an operation, or null when one may. Every public operation is one or the other. */
export function withheldBecause(operation: AnyOperation): string | null {
  const { agent, kind, access } = operation
  if (agent.withheld !== null) return agent.withheld
  if (access === 'anonymous') return 'it is for whoever is not signed in'
  if (kind === 'endpoint') return 'it takes or gives a file or a cookie, which a tool cannot carry'
  if (kind === 'stream') return 'it goes on for as long as somebody listens, and a tool answers once'
  if (handlesSecrets(operation)) return 'it takes or gives a secret, which belongs in no conversation'
  return null
}

/** Whether a caller's role and token reach an operation. The kernel checks it again; this is for lists. */
export function isInReach(actor: Actor, operation: AnyOperation): boolean {
  if (operation.personal && actor.impersonatorId) return false
  return hasAccess(actor, operation.access) && scopeAllows(actor.scopes, operation)
}

const known = new WeakMap<AnyOperation, boolean>()

/** A password that must be sent, or a token that is answered. */
function handlesSecrets(operation: AnyOperation): boolean {
  const answer = known.get(operation)
  if (answer !== undefined) return answer
  const { required } = inputShape(operation)
  const found =
    secretMembers(operation.input).some((name) => required.has(name)) || secretMembers(operation.output).length > 0
  known.set(operation, found)
  return found
}
