import type { Actor } from '#kernel/actor.ts'

/** Whose a new task is: of who makes it, or of whom Daybook makes it for. Null where nobody asked. */
export function ownerOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.id : actor.onBehalfOf
}
