import { deleteRule, rulesChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { findRule } from '../rules/find-rules.ts'
import { toRule } from '../rules/to-rule.ts'

export default command(deleteRule, async ({ db, actor, emit, fail }, { id }) => {
  const row = await findRule(db, ownerOf(actor), id)
  if (!row) return fail('rule-not-found')

  // What its runs changed stays known: they can be undone without it.
  await db.deleteFrom('mail_rule_match').where('rule_id', '=', id).where('run_id', 'is', null).execute()
  await db.deleteFrom('mail_rule').where('id', '=', id).execute()
  emit(rulesChanged, { id })
  return toRule(row)
})
