import { ruleRunChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { noteRuleRun } from '../rules/internal.ts'

export default command(noteRuleRun, async ({ db, actor, emit, now }, { runId, state }) => {
  await db
    .updateTable('mail_rule_run')
    .set({ state, finished_at: now() })
    .where('id', '=', runId)
    .where('owner_id', '=', ownerOf(actor))
    .execute()
  emit(ruleRunChanged, { id: runId })
  return {}
})
