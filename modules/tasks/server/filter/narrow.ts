import type { QueryNode } from '#base/query/types.ts'
import type { TaskStatus } from '../../contract.ts'
import { keyOf, type Names } from './names.ts'
import { termsOf } from './read-filter.ts'

export type ListView = 'open' | 'done' | 'trash' | 'all'

/** What indexes answer of a filter, and what is left to be looked at task by task. */
export interface Narrowed {
  view: ListView
  status: TaskStatus | undefined
  projectId: string | undefined
  rest: QueryNode[]
}

/** Takes out of a filter the one status and the one project that it asks for: lists have indexes that begin with them. */
export function narrow(
  where: QueryNode | null,
  names: Names,
  given: { view?: ListView | undefined; status?: TaskStatus | undefined; projectId?: string | undefined },
): Narrowed {
  const narrowed: Narrowed = {
    view: given.view ?? (asksForEnded(where) ? 'all' : 'open'),
    status: given.status,
    projectId: given.projectId,
    rest: [],
  }
  for (const term of termsOf(where)) {
    if (term.kind !== 'field') narrowed.rest.push(term)
    else if (term.name === 'status' && term.value.kind === 'keyword' && narrowed.status === undefined)
      narrowed.status = term.value.keyword as TaskStatus
    else if (term.name === 'project' && term.value.kind === 'name' && narrowed.projectId === undefined) {
      const { ids } = names.projects.get(keyOf(term.value))!
      if (ids.length === 1) narrowed.projectId = ids[0]
      else narrowed.rest.push(term)
    } else narrowed.rest.push(term)
  }
  return narrowed
}

/** A filter that speaks of what has ended looks beyond what is open, unless the list says where. */
function asksForEnded(node: QueryNode | null): boolean {
  if (node === null) return false
  if (node.kind === 'and' || node.kind === 'or') return node.operands.some(asksForEnded)
  if (node.kind !== 'field') return false
  if (node.name === 'finished') return true
  const { value } = node
  return value.kind === 'keyword' && (value.keyword === 'done' || value.keyword === 'dropped')
}
