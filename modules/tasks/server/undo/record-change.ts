import { uuidv7 } from '#base/ids.ts'
import type { Actor } from '#kernel/actor.ts'
import { prepared, slotsOf } from '#kernel/database/prepared.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'

/** What an undo knows how to put back. */
export type ChangeKind = 'task' | 'project' | 'dependency' | 'label'

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
  await prepared(db, 'record change', () => db.insertInto('tasks_change').values(slotsOf(row)), { ...row })
}

/** The change that a command has made by now; null where there is nothing to undo. */
export function changeOf(db: object): string | null {
  const change = changes.get(db)
  return change && change.records > 0 ? change.id : null
}
