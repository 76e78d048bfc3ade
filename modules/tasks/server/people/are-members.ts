import type { Actor } from '#kernel/actor.ts'
import type { CommandContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { listMembers } from '#modules/identity/contract.ts'
import type { Assignee } from '../../contract.ts'

/** The people a change names: its owner and assignees. */
export function peopleOf(input: {
  ownerId?: string | null | undefined
  assignees?: readonly Assignee[] | undefined
}): string[] {
  return [...(input.ownerId ? [input.ownerId] : []), ...(input.assignees ?? []).map(({ userId }) => userId)]
}

/** Whether all of these are members of the workspace. Who acts is one, and is not asked about. */
export async function areMembers(
  ask: CommandContext<never>['ask'],
  actor: Actor,
  ids: readonly string[],
): Promise<boolean> {
  return (await strangersAmong(ask, actor, ids)).size === 0
}

/** Those of these people who are no members of the workspace, or are no more. Who acts is one. */
export async function strangersAmong(
  ask: CommandContext<never>['ask'],
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const left = new Set(ids)
  left.delete(actor.id)
  let cursor: string | undefined
  while (left.size > 0) {
    const members = await ask(listMembers, { limit: 200, ...(cursor && { cursor }) })
    if (members instanceof Failure) return left
    for (const { id } of members.items) left.delete(id)
    if (members.next === null) break
    cursor = members.next
  }
  return left
}

/** Assignees as a task keeps them: each person once, with the role said last. */
export function assigneesText(assignees: readonly Assignee[]): string {
  const roles = new Map(assignees.map(({ userId, role }) => [userId, role]))
  return JSON.stringify([...roles].map(([userId, role]) => ({ userId, role })))
}
