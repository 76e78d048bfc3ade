import { rowBefore } from '#kernel/database/raw.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { Failure } from '#kernel/failure.ts'
import { getConnection } from '../../../connections/contract.ts'
import { tryRule } from '../../contract.ts'
import { query, type MailTables, type MessageRow } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { ownerOf } from '../policy.ts'
import { readCondition } from '../rules/condition.ts'
import { factsOf } from '../rules/mail-facts.ts'
import { labelsOf } from '../store/find-message.ts'
import { toSummary } from '../store/to-summary.ts'

const SHOWN = 50
const AT_ONCE = 400
/** So many messages are looked at before a thread would have begun. */
const FEW = 200
/** What is looked at before the answer: the rest is older. */
const MOST = 50_000

export default query(tryRule, async ({ db, actor, ask, fail, onThread }, { query: text, connectionId }) => {
  const { condition, fault } = readCondition(text, connectionId)
  if (fault) return fail('bad-query', fault)
  if (connectionId !== null && (await ask(getConnection, { id: connectionId })) instanceof Failure)
    return fail('connection-not-found')
  if ((await countOf(db, ownerOf(actor))) > FEW) onThread()

  const shown: MessageRow[] = []
  let matched = 0
  let scanned = 0
  let last: MessageRow | undefined
  for (;;) {
    let select = db
      .selectFrom('mail_message')
      .selectAll()
      .where('owner_id', '=', ownerOf(actor))
      .where('place', '!=', COPY_PLACE)
      .orderBy('date_at', 'desc')
      .orderBy('id', 'desc')
      .limit(AT_ONCE)
    if (last) select = select.where(rowBefore(['date_at', 'id'], [last.date_at, last.id], 'desc'))
    const rows = await select.execute()
    for (const facts of await factsOf(db, rows, condition.readsText)) {
      if (!condition.matches(facts)) continue
      matched++
      if (shown.length < SHOWN) shown.push(facts.row)
    }
    scanned += rows.length
    last = rows.at(-1)
    if (rows.length < AT_ONCE || scanned >= MOST) break
  }
  const labels = await labelsOf(
    db,
    shown.map(({ id }) => id),
  )
  return {
    matched,
    scanned,
    complete: scanned < MOST,
    items: shown.map((row) => toSummary(row, labels.get(row.id) ?? [])),
  }
})

async function countOf(db: ReadDatabase<MailTables>, ownerId: string): Promise<number> {
  const row = await db
    .selectFrom('mail_count')
    .select((e) => e.fn.sum<number | null>('messages').as('n'))
    .where('owner_id', '=', ownerId)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}
