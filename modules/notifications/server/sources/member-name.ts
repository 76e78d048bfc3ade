import type { ActingFor } from '#kernel/context.ts'
import { listMembers } from '#modules/identity/contract.ts'

/** What a member of the workspace is called. */
export async function memberName(ask: ActingFor['ask'], id: string): Promise<string> {
  let cursor: string | undefined
  for (;;) {
    const { items, next } = await ask(listMembers, { limit: 200, ...(cursor && { cursor }) })
    const member = items.find((candidate) => candidate.id === id)
    if (member) return member.name.slice(0, 80)
    if (next === null) return 'Somebody'
    cursor = next
  }
}
