import { toInstant } from '#base/time.ts'
import type { EventDefinition } from '#contract/event.ts'
import type { Event } from '#contract/socket-frames.ts'
import type { StoredEvent } from '../context.ts'

/** The events that a list of names means, or the first name that means none. `tasks.*` is all of a module. */
export function chooseTypes(
  events: ReadonlyMap<string, EventDefinition<any>>,
  names: readonly string[] | undefined,
): { types: ReadonlySet<string> | null } | { unknown: string } {
  if (names === undefined) return { types: null }
  const types = new Set<string>()
  for (const name of names) {
    const meant = name.endsWith('.*')
      ? [...events.keys()].filter((type) => type.startsWith(name.slice(0, -1)))
      : events.has(name)
        ? [name]
        : []
    if (meant.length === 0) return { unknown: name }
    for (const type of meant) types.add(type)
  }
  return { types }
}

/** An event as subscribers are told of it. */
export function toPublicEvent({ id, type, subjectId, actorId, at, data }: StoredEvent): Event {
  return { id, type, subjectId, actorId, at: toInstant(at), data }
}
