import { hasAccess, type Actor } from '#kernel/actor.ts'

/** Admins run a workspace for its owners: who is an owner is the owners' to say. */
export function mayChangeRole(actor: Actor, from: string | null, to: string | null): boolean {
  return hasAccess(actor, 'owner') || (from !== 'owner' && to !== 'owner')
}
