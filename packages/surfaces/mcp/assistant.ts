import { systemActor, type Actor } from '#kernel/actor.ts'

/** The part of Daybook that keeps approvals, on behalf of the person an assistant works for. */
export function assistantOf(actor: Actor): Actor {
  return systemActor('assistant', actor.workspaceId, actor.id)
}
