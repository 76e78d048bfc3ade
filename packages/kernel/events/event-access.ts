import type { EventDefinition } from '#contract/event.ts'
import { hasAccess, personOf, type Actor } from '../actor.ts'
import type { StoredEvent } from '../context.ts'
import { scopeAllows } from '../pipeline/scopes.ts'
import type { Registry } from '../registry.ts'

const READS = { kind: 'query', http: { method: 'GET', path: '/events' } } as const

/** Whether an actor may be told of an event: one of its workspace, by the audience that the event's definition names. */
export function maySee(actor: Actor, event: StoredEvent, registry: Registry): boolean {
  if (event.workspaceId !== actor.workspaceId) return false
  const definition = registry.events.get(event.type)
  // Of a module that is not here any more nobody knows who may be told.
  return definition !== undefined && maySeeType(actor, definition) && isAddressed(actor, event, definition)
}

/** Whether there can be events of this type that the actor is told of. */
function maySeeType(actor: Actor, { name, audience }: EventDefinition<any>): boolean {
  // A token is told of what it may read.
  if (!scopeAllows(actor.scopes, { name, ...READS })) return false
  if (audience === 'person') return hasAccess(actor, 'guest')
  return hasAccess(actor, audience === 'admin' ? 'admin' : 'member')
}

function isAddressed(actor: Actor, event: StoredEvent, { audience }: EventDefinition<any>): boolean {
  return audience !== 'person' || event.personId === personOf(actor)
}
