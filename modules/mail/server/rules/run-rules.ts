import type { CommandContext } from '#kernel/context.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { taskWanted, type RuleActions } from '../../contract.ts'
import type { MailTables, MessageRow } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { changeMail, type MailChange } from '../tidying/change-mail.ts'
import type { RuleRow } from '../tidying/tables.ts'
import { readCondition } from './condition.ts'
import { rulesOf } from './find-rules.ts'
import { factsOf } from './mail-facts.ts'

type Context = Pick<CommandContext<MailTables>, 'db' | 'actor' | 'emit' | 'now' | 'enqueue'>

/** Clocks of senders differ: mail dated so much before a rule was made still is new. */
const SLACK = 86_400_000
/** Mail that is one's own, or out of the way already, is nothing for rules. */
const LEFT_OUT = new Set(['sent', 'drafts', 'junk', 'trash'])

/** Runs all rules on new messages. What a rule did with a message it does not do again. */
export async function runRules(context: Context, rows: MessageRow[]): Promise<void> {
  const { db, actor, emit } = context
  const rules = (await rulesOf(db, ownerOf(actor))).filter(({ enabled }) => enabled === 1)
  const readable = rules.flatMap((rule) => {
    const { condition } = readCondition(rule.query, rule.connection_id)
    return condition ? [{ rule, condition }] : []
  })
  const mail = rows.filter(
    ({ place, date_at }) => !LEFT_OUT.has(place) && rules.some((rule) => isNewFor(rule, date_at)),
  )
  if (readable.length === 0 || mail.length === 0) return

  const withText = readable.some(({ condition }) => condition.readsText)
  const done = await doneWith(db, mail)
  const changes: { row: MessageRow; change: MailChange }[] = []
  const matches: Parameters<typeof noteMatches>[1] = []
  for (const facts of await factsOf(db, mail, withText)) {
    const { row } = facts
    const change: MailChange = {}
    for (const { rule, condition } of readable) {
      if (!isNewFor(rule, row.date_at) || !condition.matches(facts)) continue
      if (!done.has(keyOf(rule.id, row.id))) {
        const actions = JSON.parse(rule.actions) as RuleActions
        addActions(change, actions)
        if (actions.makeTask) emit(taskWanted, { id: row.id, ruleId: rule.id })
        matches.push({ rule_id: rule.id, message_id: row.id, run_id: null, change: '{}' })
      }
      if (rule.stop === 1) break
    }
    changes.push({ row, change })
  }
  await changeMail(context, changes)
  await noteMatches(context, matches)
}

/** Adds what a rule does to what rules before it do; of places, the first stands. */
export function addActions(change: MailChange, { addLabels, move, markRead, star }: RuleActions): void {
  if (addLabels.length > 0) change.addLabels = [...new Set([...(change.addLabels ?? []), ...addLabels])]
  if (move !== null) change.place ??= move
  if (markRead) change.seen = true
  if (star) change.starred = true
}

/** Notes that rules ran on messages. */
export async function noteMatches(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  matches: { rule_id: string; message_id: string; run_id: string | null; change: string }[],
): Promise<void> {
  if (matches.length === 0) return
  await db
    .insertInto('mail_rule_match')
    .values(matches.map((match) => ({ ...match, owner_id: ownerOf(actor), at: now() })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function isNewFor({ active_since }: RuleRow, dateAt: number): boolean {
  return dateAt >= active_since - SLACK
}

/** Which rules ran on which of these messages already: an event may come twice. */
async function doneWith(db: WriteDatabase<MailTables>, rows: MessageRow[]): Promise<Set<string>> {
  const matches = await db
    .selectFrom('mail_rule_match')
    .select(['rule_id', 'message_id'])
    .where(
      'message_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return new Set(matches.map(({ rule_id, message_id }) => keyOf(rule_id, message_id)))
}

const keyOf = (ruleId: string, messageId: string) => `${ruleId} ${messageId}`
