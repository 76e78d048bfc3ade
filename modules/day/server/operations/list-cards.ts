import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { getTaskScore, listTasks } from '../../../tasks/contract.ts'
import { listCards } from '../../contract.ts'
import { reasonsOf } from '../briefing/suggest.ts'
import { query } from '../database.ts'

export default query(listCards, async ({ actor, ask }, { cursor, limit }) => {
  const page = await ask(listTasks, {
    q: 'is:mine status:inbox,next',
    sort: 'score',
    limit,
    ...(cursor !== undefined && { cursor }),
  })
  if (page instanceof Failure) return page
  const items = []
  for (const task of page.items) {
    // What somebody else was asked to do is decided.
    if (task.assignees.some(({ userId, role }) => role === 'owner' && userId !== personOf(actor))) continue
    const score = await ask(getTaskScore, { id: task.id })
    if (score instanceof Failure) return score
    items.push({ task, reasons: reasonsOf(score, []) })
  }
  return { items, next: page.next }
})
