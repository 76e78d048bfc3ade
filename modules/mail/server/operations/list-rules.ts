import { listRules } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { rulesOf } from '../rules/find-rules.ts'
import { toRule } from '../rules/to-rule.ts'

export default query(listRules, async ({ db, actor }) => ({
  items: (await rulesOf(db, ownerOf(actor))).map(toRule),
}))
