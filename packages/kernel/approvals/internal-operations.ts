import { uuidv7 } from '#base/ids.ts'
import { personOf } from '../actor.ts'
import { redactorOf } from '../audit/redact.ts'
import { approvalDecided, approvalMinutes, approvalRequested } from '../builtin/approval-contract.ts'
import { handlersFor, type OperationHandler } from '../handlers.ts'
import { transactionOf } from '../pipeline/open-context.ts'
import type { Services } from '../services.ts'
import {
  countWaiting,
  decide,
  findApproval,
  findOpenApproval,
  forgetApprovals,
  take,
  toApproval,
} from './approval-store.ts'
import { digestOf } from './digest.ts'
import { grantOf } from './grants.ts'
import { answerApproval, finishApproval, isAllowed, requestApproval, takeApproval } from './internal.ts'

const MOST_WAITING = 50
/** Answers are kept a day under their key; well before its end a repetition would be a call of its own. */
const REPLAY_MILLISECONDS = 12 * 60 * 60 * 1000
const { command, query } = handlersFor<never>()

/** What surfaces for assistants do to requests. */
export function internalApprovalOperations(services: () => Services): OperationHandler[] {
  const allowed = query(isAllowed, async (context, { operation }) => ({
    allowed: (await grantOf(transactionOf(context), context.actor, operation)) !== undefined,
  }))

  const request = command(requestApproval, async (context, { operation: name, input, client }) => {
    const { registry } = services()
    const { operation } = registry.operations.get(name)!
    const { actor } = context
    const transaction = transactionOf(context)
    const now = context.now()
    const digest = digestOf(name, input)
    const open = await findOpenApproval(transaction, actor, digest, now)
    if (open) return toApproval(open, registry, now)
    if ((await countWaiting(transaction, actor, now)) >= MOST_WAITING) return context.fail('too-many-approvals')

    await forgetApprovals(transaction, now)
    const id = uuidv7()
    const minutes = await context.setting(approvalMinutes)
    await transaction.run(
      `INSERT INTO approvals (id, workspace_id, person_id, operation, input, digest, client, state, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)`,
      id,
      actor.workspaceId,
      personOf(actor),
      name,
      JSON.stringify(redactorOf(operation.input)(input)),
      digest,
      client,
      now,
      now + minutes * 60_000,
    )
    context.emit(approvalRequested, { id })
    return toApproval((await findApproval(transaction, actor, id))!, registry, now)
  })

  const answer = command(answerApproval, async (context, { id, allow }) => {
    const { actor } = context
    const transaction = transactionOf(context)
    if (!(await decide(transaction, actor, { id, allow }, context.now()))) return context.fail('already-decided')
    context.emit(approvalDecided, { id, allowed: allow })
    return toApproval((await findApproval(transaction, actor, id))!, services().registry, context.now())
  })

  const begin = command(takeApproval, async (context, { id, hasInput }) => {
    const { actor } = context
    const transaction = transactionOf(context)
    const row = await findApproval(transaction, actor, id)
    if (!row) return context.fail('approval-not-found')
    const shown = toApproval(row, services().registry, context.now())
    const whole = digestOf(shown.operation, shown.input) === row.digest
    const taken = (hasInput || whole) && (await take(transaction, actor, id, context.now()))
    const replayable = context.now() - Number(row.created_at) < REPLAY_MILLISECONDS
    return { taken, whole, replayable, approval: taken ? { ...shown, state: 'running' as const } : shown }
  })

  const finish = command(finishApproval, async (context, { id, problem }) => {
    await transactionOf(context).run(
      `UPDATE approvals SET state = ?, problem = ? WHERE id = ? AND workspace_id = ? AND person_id = ? AND state = 'running'`,
      problem === null ? 'done' : 'refused',
      problem,
      id,
      context.actor.workspaceId,
      personOf(context.actor),
    )
    return {}
  })

  return [allowed, request, answer, begin, finish]
}
