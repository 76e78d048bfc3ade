import { personOf, type Actor } from '../actor.ts'
import { Failure } from '../failure.ts'
import { handlersFor, stream, type OperationHandler } from '../handlers.ts'
import { toJob } from '../jobs/job-store.ts'
import { readCursor, toPage } from '../lists/page.ts'
import type { Row, Transaction, Value } from '../database/port.ts'
import { transactionOf } from '../pipeline/open-context.ts'
import type { Services } from '../services.ts'
import { cancelJob, getJob, jobChanged, listJobs, watchJob, type Job } from './contract.ts'

const { command, query } = handlersFor<never>()

/** Jobs are their starter's: another's is "not found". */
export function jobOperations(services: () => Services): OperationHandler[] {
  const live = (job: Job): Job => ({ ...job, progress: services().jobs.progressOf(job.id) ?? job.progress })

  const get = query(getJob, async (context, { id }) => {
    const row = await findJob(transactionOf(context), context.actor, id)
    return row ? live(toJob(row)) : context.fail('job-not-found')
  })

  const list = query(listJobs, async (context, { cursor, limit, state, name }) => {
    const after = readCursor(cursor, ['string'])
    if (after instanceof Failure) return after
    const { workspaceId } = context.actor
    const conditions: [string, Value][] = [
      ['workspace_id = ?', workspaceId],
      ['on_behalf_of = ?', personOf(context.actor)],
    ]
    if (after) conditions.push(['id < ?', after[0]!])
    if (state) conditions.push(['state = ?', state])
    if (name) conditions.push(['name = ?', name])
    const where = conditions.map(([sql]) => sql).join(' AND ')
    const values = conditions.map(([, value]) => value)
    const rows = await transactionOf(context).all(
      `SELECT * FROM jobs WHERE ${where} ORDER BY id DESC LIMIT ?`,
      ...values,
      limit + 1,
    )
    return toPage(
      rows,
      limit,
      (row) => live(toJob(row)),
      (row) => [String(row.id)],
    )
  })

  const cancel = command(cancelJob, async (context, { id }) => {
    const transaction = transactionOf(context)
    const row = await findJob(transaction, context.actor, id)
    if (!row) return context.fail('job-not-found')
    if (row.state !== 'queued' && row.state !== 'running') return context.fail('already-finished')
    const queued = row.state === 'queued'
    await transaction.run(
      `UPDATE jobs SET cancel_requested = 1${queued ? ", state = 'cancelled', finished_at = ?" : ''} WHERE id = ?`,
      ...(queued ? [context.now(), id] : [id]),
    )
    // The running job reads the request at its next beat; telling it now only makes that quicker.
    queueMicrotask(() => services().jobs.cancel(id))
    const after = toJob((await findJob(transaction, context.actor, id))!)
    context.emit(jobChanged, { id, state: after.state })
    return after
  })

  const watch = stream(watchJob, async function* (context, { id }) {
    let last = ''
    for (;;) {
      const changed = services().jobs.changed(id, context.signal)
      const job = await context.call(getJob, { id })
      const text = JSON.stringify(job)
      if (text !== last) yield job
      last = text
      if (context.signal.aborted || job.finishedAt) return
      // A job of another process tells nobody: look again after a while.
      await Promise.race([changed, pause(1000, context.signal)])
      await pause(100, context.signal)
    }
  })

  return [get, list, cancel, watch]
}

async function findJob(transaction: Transaction, actor: Actor, id: string): Promise<Row | undefined> {
  return transaction.get(
    'SELECT * FROM jobs WHERE id = ? AND workspace_id = ? AND on_behalf_of = ?',
    id,
    actor.workspaceId,
    personOf(actor),
  )
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
  })
}
