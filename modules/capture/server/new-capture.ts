import { uuidv7 } from '#base/ids.ts'
import { personOf, type Actor } from '#kernel/actor.ts'
import type { CommandContext } from '#kernel/context.ts'
import { captureErased, type CaptureWay } from '../contract.ts'
import type { CaptureRow, CaptureTables } from './database.ts'

/** Letters of a title. */
const TITLE = 100
/** How long what was deleted can be restored. */
const KEPT_MS = 30 * 86_400_000
/** Captures that go for good with a new one: few, so that writing down stays quick. */
const AT_ONCE = 5

interface Written {
  /** The id it is to have; a new one unless given. */
  id?: string | undefined
  /** When it was written, where that was before now. */
  writtenAt?: number | undefined
  text: string
  way: CaptureWay
  origin: CaptureRow['origin']
  zone: string
  locale: string
  title?: string | undefined
}

/** Keeps what was written, to the letter; null where its id is taken. What was deleted a month ago goes. */
export async function insertCapture(
  { db, actor, emit, now }: Pick<CommandContext<CaptureTables>, 'db' | 'emit' | 'now'> & { actor: Actor },
  { id = uuidv7(), writtenAt = now(), title, ...written }: Written,
): Promise<CaptureRow | null> {
  const row: CaptureRow = {
    id,
    person_id: personOf(actor),
    title: title ?? titleOf(written.text),
    ...written,
    state: 'reading',
    read_by: null,
    reading: 1,
    questions: '[]',
    count: 0,
    accepted: 0,
    created_at: Math.min(now(), writtenAt),
    deleted_at: null,
  }
  const inserted = await db
    .insertInto('capture_capture')
    .values(row)
    // A statement that fails would end the transaction on PostgreSQL.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return null
  const old = await db
    .selectFrom('capture_capture')
    .select('id')
    .where('person_id', '=', row.person_id)
    .where('deleted_at', 'is not', null)
    .where('deleted_at', '<', now() - KEPT_MS)
    .limit(AT_ONCE)
    .execute()
  for (const { id } of old) {
    await db.deleteFrom('capture_item').where('capture_id', '=', id).execute()
    await db.deleteFrom('capture_capture').where('id', '=', id).execute()
    emit(captureErased, { id })
  }
  return row
}

function titleOf(text: string): string {
  const line = text
    .trim()
    .split(/[\r\n]/, 1)[0]!
    .replace(/\s+/g, ' ')
  return line.length <= TITLE ? line : `${line.slice(0, TITLE - 1).replace(/\s+\S*$/, '')}…`
}
