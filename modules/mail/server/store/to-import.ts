import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { Import } from '../../contract.ts'
import type { ImportRow } from '../database.ts'

/** A row of imports as the API shows it. */
export function toImport(row: ImportRow): Import {
  return {
    id: row.id,
    name: row.name,
    state: row.state as Import['state'],
    seen: row.seen,
    stored: row.stored,
    duplicates: row.duplicates,
    failed: JSON.parse(row.failed) as Import['failed'],
    failures: row.failures,
    indexed: row.indexed,
    bytes: { done: row.bytes_done, total: row.bytes_total },
    job: row.job_id,
    problem: row.problem === null ? null : (JSON.parse(row.problem) as Import['problem']),
    createdAt: toInstant(row.created_at),
    finishedAt: toInstantOrNull(row.finished_at),
  }
}
