import { Failure } from '#kernel/failure.ts'
import { countUsers } from '../../../identity/contract.ts'
import { readStatistics } from '../../contract.ts'
import { query } from '../database.ts'

export default query(readStatistics, async ({ db, ask }) => {
  const people = await ask(countUsers, {})
  if (people instanceof Failure) return people

  const rows = await db
    .selectFrom('activity_tally')
    .select((e) => ['action', e.fn.sum<number>('amount').as('amount')])
    .groupBy('action')
    .execute()
  const counts = new Map(rows.map((row) => [row.action, Number(row.amount)]))
  const of = (action: string) => counts.get(action) ?? 0
  return {
    ...people,
    messages: Math.max(0, of('mail.message-added') - of('mail.message-removed')),
    tasks: Math.max(0, of('tasks.created') - of('tasks.deleted') + of('tasks.restored')),
    events: rows.reduce((sum, row) => sum + Number(row.amount), 0),
  }
})
