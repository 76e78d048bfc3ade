import type { Named } from '#base/quick-add/types.ts'
import type { CommandContext } from '#kernel/context.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { Failure } from '#kernel/failure.ts'
import { listMembers } from '#modules/identity/contract.ts'
import type { TasksTables } from '../database.ts'

const MOST = 2000

/** The projects that a line can name; none are looked up for a line without a plus. */
export function projectsFor(text: string, db: ReadDatabase<TasksTables>): Promise<Named[]> {
  if (!text.includes('+')) return Promise.resolve([])
  return db
    .selectFrom('tasks_project')
    .select(['id', 'name'])
    .where('archived', '=', 0)
    .orderBy('name_order')
    .limit(MOST)
    .execute()
}

/** The members that a line can name; nobody is looked up for a line without an at sign. */
export async function peopleFor(text: string, ask: CommandContext<never>['ask']): Promise<Named[]> {
  const people: Named[] = []
  let cursor: string | null = text.includes('@') ? '' : null
  while (cursor !== null && people.length < MOST) {
    const members: Failure | { items: Named[]; next: string | null } = await ask(listMembers, {
      limit: 200,
      ...(cursor && { cursor }),
    })
    if (members instanceof Failure) break
    people.push(...members.items)
    cursor = members.next
  }
  return people
}
