import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { rowBefore } from '#kernel/database/raw.ts'
import { ruleRunChanged, type RuleActions } from '../../contract.ts'
import { command, type MailTables, type MessageRow } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { ownerOf } from '../policy.ts'
import { readCondition } from '../rules/condition.ts'
import { findRule, findRun } from '../rules/find-rules.ts'
import { applyRuleBatch } from '../rules/internal.ts'
import { factsOf } from '../rules/mail-facts.ts'
import { addActions, noteMatches } from '../rules/run-rules.ts'
import { flagsOf } from '../store/change-messages.ts'
import { changeMail, type MailChange } from '../tidying/change-mail.ts'
import type { RuleRunRow } from '../tidying/tables.ts'

export default command(applyRuleBatch, async (context, { runId, limit }) => {
  const { db, actor, emit, fail, now } = context
  const run = await findRun(db, ownerOf(actor), runId)
  if (!run) return fail('run-not-found')
  const rule = await findRule(db, run.owner_id, run.rule_id)
  if (!rule) return fail('rule-not-found')
  const { condition, fault } = readCondition(rule.query, rule.connection_id)
  if (fault) throw new Error(`The condition of rule ${rule.id} cannot be read any more`)

  const total = run.total || (await countOf(db, run))
  const rows = await nextOf(db, run, limit)
  const fresh = await withoutDone(db, rule.id, rows)
  const matching = (await factsOf(db, fresh, condition.readsText)).filter((facts) => condition.matches(facts))
  const actions = JSON.parse(rule.actions) as RuleActions
  const changes = matching.map(({ row }) => {
    const change: MailChange = {}
    addActions(change, actions)
    return { row, change }
  })
  const added = await changeMail(context, changes)
  await noteMatches(
    context,
    changes.map(({ row, change }) => ({
      rule_id: rule.id,
      message_id: row.id,
      run_id: runId,
      change: JSON.stringify({ before: flagsOf(row), change, added: added.get(row.id) ?? [] }),
    })),
  )

  const done = rows.length < limit
  const scanned = run.scanned + rows.length
  const last = rows.at(-1)
  await db
    .updateTable('mail_rule_run')
    .set({
      scanned,
      total: Math.max(total, scanned),
      matched: run.matched + matching.length,
      ...(last && { below_date: last.date_at, below_id: last.id }),
      ...(done ? { state: 'done', finished_at: now() } : { state: 'running' }),
    })
    .where('id', '=', runId)
    .execute()
  if (done) emit(ruleRunChanged, { id: runId })
  return { done, scanned, total: Math.max(total, scanned) }
})

function messagesOf(db: WriteDatabase<MailTables>, { owner_id, import_id }: RuleRunRow) {
  const all = db.selectFrom('mail_message').where('owner_id', '=', owner_id).where('place', '!=', COPY_PLACE)
  return import_id === null ? all : all.where('import_id', '=', import_id)
}

async function countOf(db: WriteDatabase<MailTables>, run: RuleRunRow): Promise<number> {
  const row = await messagesOf(db, run)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** From the newest to the oldest: what comes meanwhile is new mail, and rules run on that by themselves. */
function nextOf(db: WriteDatabase<MailTables>, run: RuleRunRow, limit: number): Promise<MessageRow[]> {
  let rows = messagesOf(db, run).selectAll().orderBy('date_at', 'desc').orderBy('id', 'desc').limit(limit)
  if (run.below_date !== null) rows = rows.where(rowBefore(['date_at', 'id'], [run.below_date, run.below_id!], 'desc'))
  return rows.execute()
}

/** The messages on which the rule did not run yet. */
async function withoutDone(db: WriteDatabase<MailTables>, ruleId: string, rows: MessageRow[]): Promise<MessageRow[]> {
  if (rows.length === 0) return []
  const done = await db
    .selectFrom('mail_rule_match')
    .select('message_id')
    .where('rule_id', '=', ruleId)
    .where(
      'message_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const known = new Set(done.map(({ message_id }) => message_id))
  return rows.filter(({ id }) => !known.has(id))
}
