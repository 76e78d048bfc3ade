import { orderRules, rulesChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { rulesOf } from '../rules/find-rules.ts'
import { toRule } from '../rules/to-rule.ts'

export default command(orderRules, async ({ db, actor, emit, fail }, { ids }) => {
  const rules = new Map((await rulesOf(db, ownerOf(actor))).map((rule) => [rule.id, rule]))
  if (!ids.every((id) => rules.has(id))) return fail('rule-not-found')

  const order = [...new Set([...ids, ...rules.keys()])]
  for (const [n, id] of order.entries()) {
    const rule = rules.get(id)!
    if (rule.position === n + 1) continue
    await db
      .updateTable('mail_rule')
      .set({ position: n + 1 })
      .where('id', '=', id)
      .execute()
    rule.position = n + 1
    emit(rulesChanged, { id })
  }
  return { items: order.map((id) => toRule(rules.get(id)!)) }
})
