import { Failure } from '../failure.ts'
import { handlersFor, type OperationHandler } from '../handlers.ts'
import { linksOf } from '../links/link-store.ts'
import { transactionOf } from '../pipeline/open-context.ts'
import type { Services } from '../services.ts'
import { listLinks, type Link } from './contract.ts'

const { query } = handlersFor<never>()

/** Links of a record with their titles. Records that the caller may not see are left out. */
export function linkOperations(services: () => Services): OperationHandler[] {
  const list = query(listLinks, async (context, { kind, id }) => {
    const links = await linksOf(transactionOf(context), context.actor.workspaceId, { kind, id })
    const items: Link[] = []
    for (const [linkedKind, group] of Map.groupBy(links, ({ record }) => record.kind)) {
      const describe = services().registry.records.get(linkedKind)
      if (!describe) continue
      const answer = await context.ask(describe, { ids: group.map(({ record }) => record.id) })
      if (answer instanceof Failure) continue
      const titles = new Map(answer.items.map((item) => [item.id, item.title]))
      for (const link of group) {
        const title = titles.get(link.record.id)
        if (title !== undefined) items.push({ ...link, title })
      }
    }
    return { items }
  })
  return [list]
}
