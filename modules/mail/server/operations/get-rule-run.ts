import { getRuleRun } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { findRun } from '../rules/find-rules.ts'
import { toRuleRun } from '../rules/to-rule.ts'

export default query(getRuleRun, async ({ db, actor, fail }, { id }) => {
  const run = await findRun(db, ownerOf(actor), id)
  return run ? toRuleRun(run) : fail('run-not-found')
})
