import type { Actor } from '#kernel/actor.ts'
import { personOf } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { CaptureRow, CaptureTables, ItemRow } from './database.ts'

type Database = ReadDatabase<CaptureTables>

/** A capture of the actor's person, deleted or not. Nobody else's is ever found. */
export function findCapture(db: Database, actor: Actor, id: string): Promise<CaptureRow | undefined> {
  return db
    .selectFrom('capture_capture')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personOf(actor))
    .executeTakeFirst()
}

/** The same, as long as it is not deleted. */
export async function findChangeable(db: Database, actor: Actor, id: string): Promise<CaptureRow | undefined> {
  const capture = await findCapture(db, actor, id)
  return capture?.deleted_at === null ? capture : undefined
}

/** The pieces of a capture, in the order they were written. */
export function itemsOf(db: Database, captureId: string): Promise<ItemRow[]> {
  return db.selectFrom('capture_item').selectAll().where('capture_id', '=', captureId).orderBy('position').execute()
}
