import { uuidv7 } from '#base/ids.ts'
import { applyRule, ruleRunChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { findRule } from '../rules/find-rules.ts'
import { applyRuleJob } from '../rules/internal.ts'
import { findImport } from '../store/find-import.ts'

export default command(applyRule, async ({ db, actor, emit, enqueue, fail, now }, { id, importId }) => {
  const rule = await findRule(db, ownerOf(actor), id)
  if (!rule) return fail('rule-not-found')
  if (importId !== null && !(await findImport(db, actor, importId))) return fail('import-not-found')

  const run = uuidv7()
  const job = await enqueue(applyRuleJob, { runId: run })
  await db
    .insertInto('mail_rule_run')
    .values({
      id: run,
      owner_id: rule.owner_id,
      rule_id: id,
      name: rule.name,
      import_id: importId,
      state: 'running',
      scanned: 0,
      matched: 0,
      total: 0,
      below_date: null,
      below_id: null,
      job_id: job,
      created_at: now(),
      finished_at: null,
    })
    .execute()
  emit(ruleRunChanged, { id: run })
  return { job, run }
})
