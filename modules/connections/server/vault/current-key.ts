import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { Sealer } from '#kernel/ports.ts'
import type { ConnectionsTables, DataKeyRow } from '../database.ts'
import { DATA_KEY_PLACE } from './places.ts'

/** The data key that new secrets are sealed under; the first secret makes the first one. */
export async function currentKey(
  db: WriteDatabase<ConnectionsTables>,
  sealer: Sealer,
  at: number,
): Promise<DataKeyRow> {
  return (await findCurrent(db)) ?? (await makeCurrent(db, sealer, at))
}

/** Makes a data key and takes it for the current one; the former stays for what is sealed under it. */
export async function makeCurrent(
  db: WriteDatabase<ConnectionsTables>,
  sealer: Sealer,
  at: number,
): Promise<DataKeyRow> {
  await db.updateTable('connections_data_key').set({ is_current: 0 }).where('is_current', '=', 1).execute()
  const row = { ...sealer.makeKey(DATA_KEY_PLACE), is_current: 1, created_at: at }
  await db.insertInto('connections_data_key').values(row).execute()
  return row
}

async function findCurrent(db: WriteDatabase<ConnectionsTables>): Promise<DataKeyRow | undefined> {
  return db.selectFrom('connections_data_key').selectAll().where('is_current', '=', 1).executeTakeFirst()
}
