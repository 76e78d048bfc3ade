import { toInstant } from '#base/time.ts'
import { instantOf } from '#base/query/zoned-time.ts'
import { personOf } from '#kernel/actor.ts'
import type { QueryContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { listWork, type Work } from '../../../tasks/contract.ts'
import { getCompass } from '../../contract.ts'
import { balanceOf, firstDayOf } from '../compass/balance.ts'
import { zonesOf } from '../compass/zones.ts'
import { query } from '../database.ts'
import { todayOf } from '../today.ts'

export default query(getCompass, async (context, { weeks, zone }) => {
  const { db, actor, ask, fail } = context
  const today = await todayOf(context, zone)
  if (!today) return fail('bad-zone')
  const zones = await zonesOf(db, personOf(actor))
  const since = instantOf(firstDayOf(weeks, today.day), 0, today.zone)
  const done = await doneSince(ask, since)
  if (done instanceof Failure) return done
  const balance = balanceOf(zones, done, weeks, today.day, today.zone)
  return { zones, ...balance, text: inWords(balance.tasks) }
})

async function doneSince(ask: QueryContext<never>['ask'], since: number): Promise<Work[] | Failure> {
  const all: Work[] = []
  let cursor: string | undefined
  for (;;) {
    const page = await ask(listWork, { since: toInstant(since), limit: 200, ...(cursor && { cursor }) })
    if (page instanceof Failure) return page
    all.push(...page.items.filter(({ status, completedAt }) => status === 'done' && completedAt !== null))
    if (page.next === null) return all
    cursor = page.next
  }
}

function inWords(tasks: number): string {
  if (tasks === 0) return 'No task was noted as done in these weeks. That is fine: much of life is no task.'
  const counted = tasks === 1 ? 'One task was' : `${tasks} tasks were`
  return `${counted} noted as done in these weeks. A zone at zero is fine: much of life is no task.`
}
