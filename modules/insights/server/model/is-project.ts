import type { QueryContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { listProjects } from '../../../tasks/contract.ts'

/** Whether there is such a project in the workspace; no project always is. */
export async function isProject(ask: QueryContext<unknown>['ask'], id: string | null): Promise<boolean> {
  if (id === null) return true
  let cursor: string | undefined
  for (;;) {
    const page = await ask(listProjects, { limit: 200, ...(cursor && { cursor }) })
    if (page instanceof Failure) return false
    if (page.items.some((project) => project.id === id)) return true
    if (page.next === null) return false
    cursor = page.next
  }
}
