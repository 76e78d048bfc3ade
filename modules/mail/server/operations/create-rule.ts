import { uuidv7 } from '#base/ids.ts'
import { Failure } from '#kernel/failure.ts'
import { getConnection } from '../../../connections/contract.ts'
import { createRule, rulesChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { readCondition } from '../rules/condition.ts'
import { doesAnything, ownsLabels, rulesOf } from '../rules/find-rules.ts'
import { toRule } from '../rules/to-rule.ts'
import type { RuleRow } from '../tidying/tables.ts'

/** Every new message meets them all. */
const MOST = 200

export default command(createRule, async ({ db, actor, ask, emit, fail, now }, input) => {
  const { name, query, connectionId, actions, enabled, stop } = input
  const ownerId = ownerOf(actor)
  const { fault } = readCondition(query, connectionId)
  if (fault) return fail('bad-query', fault)
  if (connectionId !== null && (await ask(getConnection, { id: connectionId })) instanceof Failure)
    return fail('connection-not-found')
  if (!doesAnything(actions)) return fail('nothing-to-do')
  if (!(await ownsLabels(db, ownerId, actions.addLabels))) return fail('label-not-found')
  const others = await rulesOf(db, ownerId)
  if (others.length >= MOST) return fail('too-many-rules')

  const row: RuleRow = {
    id: uuidv7(),
    owner_id: ownerId,
    rev: 1,
    name,
    query,
    connection_id: connectionId,
    actions: JSON.stringify(actions),
    enabled: Number(enabled),
    stop: Number(stop),
    position: (others.at(-1)?.position ?? 0) + 1,
    active_since: now(),
    created_at: now(),
  }
  await db.insertInto('mail_rule').values(row).execute()
  emit(rulesChanged, { id: row.id })
  return toRule(row)
})
