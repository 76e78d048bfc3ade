import type { JobDefinition } from '#contract/job.ts'
import { uuidv7 } from '#base/ids.ts'
import type { Actor } from '../actor.ts'
import { personOf } from '../actor.ts'
import type { Job } from '../builtin/contract.ts'
import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { Row, Transaction } from '../database/port.ts'

/** A job as the runner needs it. */
export interface ClaimedJob {
  id: string
  name: string
  workspaceId: string
  onBehalfOf: string | null
  input: unknown
  attempt: number
}

/** Records a job; one of the same workspace, name and key that has not ended is answered instead. */
export async function enqueueJob<Input>(
  transaction: Transaction,
  job: JobDefinition<Input>,
  input: Input,
  options: { actor: Actor; at: number; key?: string; runAt?: number },
): Promise<string> {
  if (options.key) {
    const existing = await transaction.get(
      "SELECT id FROM jobs WHERE workspace_id = ? AND name = ? AND key = ? AND state IN ('queued', 'running')",
      options.actor.workspaceId,
      job.name,
      options.key,
    )
    if (existing) return String(existing.id)
  }
  const id = uuidv7()
  await transaction.run(
    `INSERT INTO jobs (id, workspace_id, name, key, actor_id, on_behalf_of, input, state, attempt, run_at, cancel_requested, progress, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', 0, ?, 0, ?, ?)`,
    id,
    options.actor.workspaceId,
    job.name,
    options.key ?? null,
    `system:${job.name}`,
    personOf(options.actor),
    JSON.stringify(job.input.parse(input)),
    options.runAt ?? options.at,
    NO_PROGRESS,
    options.at,
  )
  return id
}

/** Records a job unless one of its key was recorded within the hour, ended or not: another process may have served it. */
export async function enqueueOnce<Input>(
  transaction: Transaction,
  job: JobDefinition<Input>,
  input: Input,
  options: { actor: Actor; at: number; key: string },
): Promise<void> {
  const served = await transaction.get(
    'SELECT id FROM jobs WHERE workspace_id = ? AND id > ? AND name = ? AND key = ?',
    options.actor.workspaceId,
    firstIdOf(Date.now() - HOUR),
    job.name,
    options.key,
  )
  if (!served) await enqueueJob(transaction, job, input, options)
}

const HOUR = 3_600_000

/** What every UUIDv7 from an instant on comes after: it begins with its time. */
function firstIdOf(instant: number): string {
  const time = instant.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}`
}

/** Takes the next due job of one of the names, with a lease. */
export async function claimJob(
  transaction: Transaction,
  names: readonly string[],
  now: number,
  lease: number,
): Promise<ClaimedJob | null> {
  if (names.length === 0) return null
  const marks = names.map(() => '?').join(', ')
  const row = await transaction.get(
    `SELECT * FROM jobs WHERE state = 'queued' AND run_at <= ? AND name IN (${marks}) ORDER BY run_at, id LIMIT 1${SKIP[transaction.dialect]}`,
    now,
    ...names,
  )
  if (!row) return null
  await transaction.run(
    "UPDATE jobs SET state = 'running', attempt = attempt + 1, lease_until = ?, started_at = COALESCE(started_at, ?) WHERE id = ?",
    now + lease,
    now,
    String(row.id),
  )
  return {
    id: String(row.id),
    name: String(row.name),
    workspaceId: String(row.workspace_id),
    onBehalfOf: row.on_behalf_of as string | null,
    input: JSON.parse(String(row.input)),
    attempt: Number(row.attempt) + 1,
  }
}

/** A job that another process is just taking is that one's. */
const SKIP = { sqlite: '', postgres: ' FOR UPDATE SKIP LOCKED' }

/**
 * Extends the lease and saves the progress; answers whether the job is to stop: somebody asked for it, or its lease had
 * run out and another process has taken it.
 */
export async function beatJob(
  transaction: Transaction,
  { id, attempt }: Pick<ClaimedJob, 'id' | 'attempt'>,
  leaseUntil: number,
  progress: Job['progress'],
): Promise<boolean> {
  const { changes } = await transaction.run(
    `UPDATE jobs SET lease_until = ?, progress = ? WHERE ${STILL_OURS}`,
    leaseUntil,
    JSON.stringify(progress),
    id,
    attempt,
  )
  if (changes === 0) return true
  const row = await transaction.get('SELECT cancel_requested FROM jobs WHERE id = ?', id)
  return Number(row?.cancel_requested ?? 1) === 1
}

/** Ends a job for good. */
export async function finishJob(
  transaction: Transaction,
  { id, attempt }: Pick<ClaimedJob, 'id' | 'attempt'>,
  end: {
    state: 'done' | 'failed' | 'cancelled'
    result?: unknown
    problem?: Job['problem']
    progress: Job['progress']
    at: number
  },
): Promise<void> {
  await transaction.run(
    `UPDATE jobs SET state = ?, result = ?, error = ?, progress = ?, finished_at = ?, lease_until = NULL WHERE ${STILL_OURS}`,
    end.state,
    end.result === undefined ? null : JSON.stringify(end.result),
    end.problem ? JSON.stringify(end.problem) : null,
    JSON.stringify(end.progress),
    end.at,
    id,
    attempt,
  )
}

/** Puts a job back for another try. */
export async function retryJob(
  transaction: Transaction,
  { id, attempt }: Pick<ClaimedJob, 'id' | 'attempt'>,
  runAt: number,
  problem: Job['problem'],
): Promise<void> {
  await transaction.run(
    `UPDATE jobs SET state = 'queued', run_at = ?, lease_until = NULL, error = ? WHERE ${STILL_OURS}`,
    runAt,
    JSON.stringify(problem),
    id,
    attempt,
  )
}

/** Puts a job back that was asked to pause: it did not fail, so this was no try. */
export async function pauseJob(
  transaction: Transaction,
  { id, attempt }: Pick<ClaimedJob, 'id' | 'attempt'>,
  runAt: number,
  progress: Job['progress'],
): Promise<void> {
  await transaction.run(
    `UPDATE jobs SET state = 'queued', attempt = attempt - 1, run_at = ?, lease_until = NULL, progress = ? WHERE ${STILL_OURS}`,
    runAt,
    JSON.stringify(progress),
    id,
    attempt,
  )
}

/**
 * Jobs whose process died. On SQLite whoever holds the folder knows that nobody else runs them; on PostgreSQL another
 * process may, as long as it extends its lease.
 */
export async function reviveJobs(transaction: Transaction, now: number): Promise<number> {
  const dead = transaction.dialect === 'sqlite' ? '' : ' AND lease_until < ?'
  const { changes } = await transaction.run(
    `UPDATE jobs SET state = 'queued', run_at = ?, lease_until = NULL WHERE state = 'running'${dead}`,
    now,
    ...(dead ? [now] : []),
  )
  return changes
}

/** A job that another process took over after our lease is not ours to write to. */
const STILL_OURS = "id = ? AND attempt = ? AND state = 'running'"

/** When the next queued job is due, or a running one's lease ends; or null. */
export async function nextDue(transaction: Transaction): Promise<number | null> {
  const leases =
    transaction.dialect === 'sqlite' ? '' : " UNION ALL SELECT lease_until FROM jobs WHERE state = 'running'"
  const row = await transaction.get(
    `SELECT MIN(run_at) AS due FROM (SELECT run_at FROM jobs WHERE state = 'queued'${leases}) AS dates`,
  )
  return row?.due === null || row?.due === undefined ? null : Number(row.due)
}

export const NO_PROGRESS = '{"done":0,"total":null,"unit":""}'

/** A row of jobs as the API shows it. */
export function toJob(row: Row): Job {
  return {
    id: String(row.id),
    name: String(row.name),
    state: row.state as Job['state'],
    progress: JSON.parse(String(row.progress)),
    attempt: Number(row.attempt),
    createdAt: toInstant(Number(row.created_at)),
    startedAt: toInstantOrNull(row.started_at as number | null),
    finishedAt: toInstantOrNull(row.finished_at as number | null),
    result: row.result === null ? null : JSON.parse(String(row.result)),
    problem: row.error === null ? null : JSON.parse(String(row.error)),
  }
}
