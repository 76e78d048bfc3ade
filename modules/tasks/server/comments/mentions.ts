import type { CommandContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { listMembers } from '#modules/identity/contract.ts'

/** A mention as it stands in the text of a comment. */
const MENTION = /@\[[^\]\n]{0,200}\]\(([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\)/g

/** More people than this are told by no comment. */
const MOST = 50

/** The members whom a text mentions, each once. Anybody else stands there as text alone. */
export async function mentionsOf(ask: CommandContext<never>['ask'], body: string): Promise<string[]> {
  const named = [...new Set([...body.matchAll(MENTION)].map((match) => match[1]!))].slice(0, MOST)
  const members = new Set<string>()
  let cursor: string | undefined
  while (members.size < named.length) {
    const page = await ask(listMembers, { limit: 200, ...(cursor && { cursor }) })
    if (page instanceof Failure) break
    for (const { id, active, role } of page.items) if (named.includes(id) && active && role !== 'guest') members.add(id)
    if (page.next === null) break
    cursor = page.next
  }
  return named.filter((id) => members.has(id))
}
