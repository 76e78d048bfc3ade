import type { Access } from '#contract/operation.ts'

export type Role = 'guest' | 'member' | 'admin' | 'owner'

/** Who acts. Background work is a named system actor on behalf of somebody; there is no anonymous bypass. */
export interface Actor {
  /** The user's id, or `system:<name>`. */
  id: string
  kind: 'person' | 'system'
  workspaceId: string
  role: Role
  /** What a token may do; null for a session, which may do all its role may. */
  scopes: readonly string[] | null
  /** The person a system actor works for. */
  onBehalfOf: string | null
  /** The session the person came with, so that lists can mark it. */
  sessionId: string | null
  /** The personal access token the person came with. */
  tokenId?: string | null
  /** When the person last proved who they are in this session, in epoch milliseconds. */
  authenticatedAt?: number | null
  /** Whether the person keeps this Daybook: accounts of everybody, beyond their workspace. */
  instanceAdmin?: boolean
  /** The administrator who acts as this person for a while. */
  impersonatorId?: string | null
}

/** A named system actor that works for a person, or for the workspace when nobody asked. */
export function systemActor(name: string, workspaceId: string, onBehalfOf: string | null): Actor {
  return { id: `system:${name}`, kind: 'system', workspaceId, role: 'owner', scopes: null, onBehalfOf, sessionId: null }
}

/** Who acts where nobody is signed in: in operations for strangers, and where the first owner is made. */
export const NOBODY: Actor = systemActor('anonymous', '', null)

/** The person whose records an actor handles: itself, or whom it works for. */
export function personOf(actor: Actor): string {
  return actor.onBehalfOf ?? actor.id
}

/** How the audit names who acted. Where an administrator acts as somebody, both stand there. */
export function auditNameOf(actor: Actor): string {
  return actor.impersonatorId ? `${actor.impersonatorId} as ${actor.id}` : actor.id
}

/** Whether an actor's role reaches an access level. `system` is for system actors alone. */
export function hasAccess(actor: Actor | null, access: Access): boolean {
  if (access === 'anonymous') return true
  if (!actor) return false
  if (access === 'system') return actor.kind === 'system'
  if (access === 'instance-admin') return actor.instanceAdmin === true
  return access === 'signed-in' || RANK[actor.role] >= RANK[access]
}

const RANK: Record<Role, number> = { guest: 1, member: 2, admin: 3, owner: 4 }
