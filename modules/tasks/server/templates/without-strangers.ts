import type { Actor } from '#kernel/actor.ts'
import type { CommandContext } from '#kernel/context.ts'
import type { TaskTemplate } from '../../contract.ts'
import { peopleOf, strangersAmong } from '../people/are-members.ts'

/** A template without the people who have left the workspace since it was made. */
export async function withoutStrangers(
  { ask, actor }: { ask: CommandContext<never>['ask']; actor: Actor },
  template: TaskTemplate,
): Promise<TaskTemplate> {
  const strangers = await strangersAmong(ask, actor, peopleOf(template))
  if (strangers.size === 0) return template
  const { ownerId, assignees } = template
  return {
    ...template,
    ownerId: ownerId !== null && strangers.has(ownerId) ? null : ownerId,
    assignees: assignees.filter(({ userId }) => !strangers.has(userId)),
  }
}
