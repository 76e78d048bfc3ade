import { listThreads, type ThreadSummary } from '#modules/mail/contract.ts'
import { api } from '#ui/data/api.ts'
import { toListInput, type InboxView } from './inbox-search.ts'

/** More at once is nothing that one would take back. */
const MOST = 5000
const PAGE = 200

/** Every thread of a view, also those that the list has not read yet; at most 5,000. */
export async function allOf(view: InboxView): Promise<ThreadSummary[]> {
  const found: ThreadSummary[] = []
  let cursor: string | null = null
  do {
    const page: { items: ThreadSummary[]; next: string | null } = await api.call(listThreads, {
      ...toListInput(view),
      limit: PAGE,
      ...(cursor && { cursor }),
    })
    found.push(...page.items)
    cursor = page.next
  } while (cursor !== null && found.length < MOST)
  return found.slice(0, MOST)
}
