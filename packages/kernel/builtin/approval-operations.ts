import { Failure } from '../failure.ts'
import { handlersFor, type OperationHandler } from '../handlers.ts'
import { decide, findApproval, toApproval } from '../approvals/approval-store.ts'
import { isInPerson } from '../approvals/is-in-person.ts'
import { readCursor, toPage } from '../lists/page.ts'
import { personOf } from '../actor.ts'
import { transactionOf } from '../pipeline/open-context.ts'
import type { Services } from '../services.ts'
import {
  allowOperation,
  approvalDecided,
  decideApproval,
  disallowOperation,
  getApproval,
  listAllowedOperations,
  listApprovals,
} from './approval-contract.ts'
import { toInstant } from '#base/time.ts'
import { grantOf } from '../approvals/grants.ts'

const { command, query } = handlersFor<never>()

/** What people see and decide of the requests of assistants. */
export function approvalOperations(services: () => Services): OperationHandler[] {
  const list = query(listApprovals, async (context, { cursor, limit, state }) => {
    const after = readCursor(cursor, ['string'])
    if (after instanceof Failure) return after
    const now = context.now()
    const { actor } = context
    const conditions: [string, string | number][] = [
      ['workspace_id = ?', actor.workspaceId],
      ['person_id = ?', personOf(actor)],
    ]
    if (after) conditions.push(['id < ?', after[0]!])
    if (state === 'expired') conditions.push(["state IN ('waiting', 'allowed') AND expires_at <= ?", now])
    else if (state) conditions.push(['state = ?', state])
    if (state === 'waiting' || state === 'allowed') conditions.push(['expires_at > ?', now])
    const rows = await transactionOf(context).all(
      `SELECT * FROM approvals WHERE ${conditions.map(([sql]) => sql).join(' AND ')} ORDER BY id DESC LIMIT ?`,
      ...conditions.map(([, value]) => value),
      limit + 1,
    )
    return toPage(
      rows,
      limit,
      (row) => toApproval(row, services().registry, now),
      (row) => [String(row.id)],
    )
  })

  const get = query(getApproval, async (context, { id }) => {
    const row = await findApproval(transactionOf(context), context.actor, id)
    return row ? toApproval(row, services().registry, context.now()) : context.fail('approval-not-found')
  })

  const answer = command(decideApproval, async (context, { id, allow }) => {
    const { actor } = context
    const transaction = transactionOf(context)
    if (!isInPerson(actor)) return context.fail('person-required')
    if (!(await findApproval(transaction, actor, id))) return context.fail('approval-not-found')
    if (!(await decide(transaction, actor, { id, allow }, context.now()))) return context.fail('already-decided')
    context.emit(approvalDecided, { id, allowed: allow })
    return toApproval((await findApproval(transaction, actor, id))!, services().registry, context.now())
  })

  const allow = command(allowOperation, async (context, { operation: name }) => {
    const { actor } = context
    if (!isInPerson(actor)) return context.fail('person-required')
    const operation = services().registry.public.find((each) => each.name === name)
    if (!operation) return context.fail('operation-not-found')
    if (operation.agent.confirm === 'always' || operation.agent.withheld !== null) return context.fail('always-asks')
    await transactionOf(context).run(
      'INSERT INTO approval_grants (workspace_id, person_id, operation, at) VALUES (?, ?, ?, ?) ON CONFLICT (workspace_id, person_id, operation) DO NOTHING',
      actor.workspaceId,
      personOf(actor),
      name,
      context.now(),
    )
    const grant = (await grantOf(transactionOf(context), actor, name))!
    return { operation: name, summary: operation.summary, since: toInstant(Number(grant.at)) }
  })

  const listAllowed = query(listAllowedOperations, async (context) => {
    const rows = await transactionOf(context).all(
      'SELECT operation, at FROM approval_grants WHERE workspace_id = ? AND person_id = ? ORDER BY operation',
      context.actor.workspaceId,
      personOf(context.actor),
    )
    const { operations } = services().registry
    return {
      items: rows.map((row) => {
        const operation = String(row.operation)
        const summary = operations.get(operation)?.operation.summary ?? operation
        return { operation, summary, since: toInstant(Number(row.at)) }
      }),
    }
  })

  const disallow = command(disallowOperation, async (context, { operation }) => {
    const { changes } = await transactionOf(context).run(
      'DELETE FROM approval_grants WHERE workspace_id = ? AND person_id = ? AND operation = ?',
      context.actor.workspaceId,
      personOf(context.actor),
      operation,
    )
    return changes === 0 ? context.fail('allowed-operation-not-found') : {}
  })

  return [list, get, answer, allow, listAllowed, disallow]
}
