import { rowBefore } from '#kernel/database/raw.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listRuleRuns } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { toRuleRun } from '../rules/to-rule.ts'

export default query(listRuleRuns, async ({ db, actor }, { cursor, limit }) => {
  const last = readCursor(cursor, ['string'])
  if (last instanceof Failure) return last

  let rows = db
    .selectFrom('mail_rule_run')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (last) rows = rows.where(rowBefore(['id'], last, 'desc'))
  return toPage(await rows.execute(), limit, toRuleRun, ({ id }) => [id])
})
