import { uuidv7 } from '#base/ids.ts'
import type { Actor } from '#kernel/actor.ts'
import { prepared, scopeOf, slotsOf } from '#kernel/database/prepared.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'

/** What an undo knows how to put back. */
export type ChangeKind =
  | 'task'
  | 'project'
  | 'label'
  | 'dependency'
  | 'occurrence'
  | 'time'
  | 'delegation'
  | 'comment'
  | 'attachment'
  | 'field-value'
  | 'template'
  | 'champs'

interface Change {
  id: string
  personId: string
  operation: string
  records: number
}

// A command has a handle of its own, so that what it changes is one change.
const changes = new WeakMap<object, Change>()

/** From here on a command's changes are kept for its person's undo. What Daybook does by itself is not kept. */
export function beginChange(db: object, actor: Actor, operation: string): void {
  if (actor.kind === 'person') changes.set(db, { id: uuidv7(), personId: actor.id, operation, records: 0 })
}

/** Keeps what a record was and is; null is nothing. */
export async function recordChange(
  db: WriteDatabase<TasksTables>,
  kind: ChangeKind,
  recordId: string,
  before: object | null,
  after: object | null,
): Promise<void> {
  const change = changes.get(db)
  if (!change) return
  const row: TasksTables['tasks_change'] = {
    person_id: change.personId,
    change_id: change.id,
    n: change.records++,
    operation: change.operation,
    kind,
    record_id: recordId,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
    undone_at: null,
  }
  if (row.n === 0) await forgetOld(db, change.personId, Date.now())
  await prepared(db, 'record change', () => db.insertInto('tasks_change').values(slotsOf(row)), { ...row })
}

/** A week back nobody undoes any more. What is older goes with a person's next change, asked for once an hour. */
const KEPT_MS = 7 * 86_400_000
const ASKED_EVERY_MS = 3_600_000

const askedAt = new WeakMap<object, Map<string, number>>()

async function forgetOld(db: WriteDatabase<TasksTables>, personId: string, now: number): Promise<void> {
  const asked = askedOf(scopeOf(db))
  if (now - (asked.get(personId) ?? 0) < ASKED_EVERY_MS) return
  asked.set(personId, now)
  await db
    .deleteFrom('tasks_change')
    .where('person_id', '=', personId)
    .where('change_id', '<', idOf(now - KEPT_MS))
    .execute()
}

function askedOf(scope: object): Map<string, number> {
  const asked = askedAt.get(scope) ?? new Map<string, number>()
  askedAt.set(scope, asked)
  return asked
}

/** What every UUIDv7 from an instant on comes after: it begins with its time (RFC 9562, 5.7). */
function idOf(at: number): string {
  const hex = at.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}

/** The change that a command has made by now; null where there is nothing to undo. */
export function changeOf(db: object): string | null {
  const change = changes.get(db)
  return change && change.records > 0 ? change.id : null
}
