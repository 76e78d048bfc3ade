import { Failure } from '#kernel/failure.ts'
import { getConnection } from '../../../connections/contract.ts'
import { rulesChanged, updateRule, type RuleActions } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { readCondition } from '../rules/condition.ts'
import { doesAnything, findRule, ownsLabels } from '../rules/find-rules.ts'
import { toRule } from '../rules/to-rule.ts'

export default command(updateRule, async ({ db, actor, ask, emit, fail, now }, { id, rev, ...input }) => {
  const row = await findRule(db, ownerOf(actor), id)
  if (!row) return fail('rule-not-found')
  if (rev !== undefined && rev !== row.rev) return fail('stale-revision')
  const query = input.query ?? row.query
  const connectionId = input.connectionId === undefined ? row.connection_id : input.connectionId
  const actions = input.actions ?? (JSON.parse(row.actions) as RuleActions)
  const { fault } = readCondition(query, connectionId)
  if (fault) return fail('bad-query', fault)
  if (input.connectionId && (await ask(getConnection, { id: input.connectionId })) instanceof Failure)
    return fail('connection-not-found')
  if (!doesAnything(actions)) return fail('nothing-to-do')
  if (input.actions && !(await ownsLabels(db, row.owner_id, actions.addLabels))) return fail('label-not-found')

  const enabled = Number(input.enabled ?? row.enabled === 1)
  const next = {
    rev: row.rev + 1,
    name: input.name ?? row.name,
    query,
    connection_id: connectionId,
    actions: JSON.stringify(actions),
    enabled,
    stop: Number(input.stop ?? row.stop === 1),
    // What came while it was off is mail of the past.
    active_since: enabled > row.enabled ? now() : row.active_since,
  }
  await db.updateTable('mail_rule').set(next).where('id', '=', id).execute()
  emit(rulesChanged, { id })
  return toRule({ ...row, ...next })
})
