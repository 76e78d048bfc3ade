import type { CommandContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { listMembers } from '#modules/identity/contract.ts'
import type { Assignee, AssigneeRole } from '../../contract.ts'

/** Whether somebody can be asked to do a task: a member who sees it. Guests do not, nor who is suspended. */
export async function canBeAsked(ask: CommandContext<never>['ask'], personId: string): Promise<boolean> {
  let cursor: string | undefined
  for (;;) {
    const members = await ask(listMembers, { limit: 200, ...(cursor && { cursor }) })
    if (members instanceof Failure) return false
    const member = members.items.find(({ id }) => id === personId)
    if (member) return member.active && member.role !== 'guest'
    if (members.next === null) return false
    cursor = members.next
  }
}

/** The people of a task with one of them in a role, or without them where it is null. */
export function withRole(assignees: string, personId: string, role: AssigneeRole | null): string {
  const others = (JSON.parse(assignees) as Assignee[]).filter(({ userId }) => userId !== personId)
  return JSON.stringify(role === null ? others : [...others, { userId: personId, role }])
}
