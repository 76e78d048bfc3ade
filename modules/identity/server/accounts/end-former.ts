import type { EndpointContext } from '#kernel/context.ts'
import { endSession } from '../internal.ts'

/** Ends the session that a browser had when somebody signed in over it: its cookie is gone, so nobody could end it there. */
export async function endFormer({
  actor,
  callAsSystem,
}: Pick<EndpointContext, 'actor' | 'callAsSystem'>): Promise<void> {
  if (actor.sessionId !== null && actor.scopes === null) await callAsSystem(endSession, { id: actor.sessionId })
}
