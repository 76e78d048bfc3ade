import type { z } from 'zod'
import { fromInstant, toInstant } from '#base/time.ts'
import type { Row, Value } from '../database/port.ts'
import { Failure } from '../failure.ts'
import { handlersFor, type OperationHandler } from '../handlers.ts'
import { readCursor, toPage } from '../lists/page.ts'
import { transactionOf } from '../pipeline/open-context.ts'
import type { Services } from '../services.ts'
import { listAllAudit, listAudit } from './contract.ts'

const { query } = handlersFor<never>()

/** The audit trail of a workspace, and of all. */
export function auditOperations(services: () => Services): OperationHandler[] {
  const list = query(listAudit, (context, input) => readAudit(context, context.actor.workspaceId, input))
  const listAll = query(listAllAudit, (context, input) => readAudit(context, null, input))
  // Whoever has just been answered finds it here.
  return [list, listAll].map((handler) => ({ ...handler, before: () => services().sealer.sealed() }))
}

/** A page of the trail: of one workspace, or of all. */
async function readAudit(context: object, workspaceId: string | null, input: AuditFilter) {
  const after = readCursor(input.cursor, ['number'])
  if (after instanceof Failure) return after
  const conditions: [string, ...Value[]][] = [['1 = 1']]
  if (workspaceId !== null) conditions.push(['a.workspace_id = ?', workspaceId])
  if (after) conditions.push(['a.n < ?', after[0]!])
  if (input.operation) conditions.push(['a.operation = ?', input.operation])
  if (input.subject) conditions.push(['a.subject = ?', input.subject])
  if (input.person) conditions.push(byPerson(input.person))
  if (input.from) conditions.push(['a.at >= ?', fromInstant(input.from)])
  if (input.to) conditions.push(['a.at < ?', fromInstant(input.to)])
  const rows = await transactionOf(context).all(
    `SELECT a.*, d.before, d.after FROM audit a LEFT JOIN audit_detail d ON d.n = a.n
     WHERE ${conditions.map(([sql]) => sql).join(' AND ')} ORDER BY a.n DESC LIMIT ?`,
    ...conditions.flatMap(([, ...values]) => values),
    input.limit + 1,
  )
  return toPage(rows, input.limit, toEntry, (row) => [Number(row.n)])
}

type AuditFilter = z.output<typeof listAudit.input>

/** What a person did, in another's place too, and what somebody did in theirs. */
function byPerson(id: string): [string, ...Value[]] {
  return ['(a.actor_id = ? OR a.actor_id LIKE ? OR a.actor_id LIKE ?)', id, `${id} as %`, `% as ${id}`]
}

function toEntry(row: Row) {
  const [actorId, asId] = String(row.actor_id).split(' as ') as [string, string?]
  return {
    n: Number(row.n),
    at: toInstant(Number(row.at)),
    workspaceId: String(row.workspace_id),
    actorId,
    asId: asId ?? null,
    surface: String(row.surface),
    operation: String(row.operation),
    outcome: String(row.outcome),
    subject: row.subject as string | null,
    requestId: String(row.request_id),
    before: parseOrNull(row.before),
    after: parseOrNull(row.after),
  }
}

function parseOrNull(text: unknown): unknown {
  return typeof text === 'string' ? JSON.parse(text) : null
}
