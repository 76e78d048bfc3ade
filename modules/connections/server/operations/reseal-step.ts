import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { command, type ConnectionsTables } from '../database.ts'
import { resealStep } from '../internal.ts'
import { currentKey } from '../vault/current-key.ts'
import { DATA_KEY_PLACE, revocationPlace, secretPlace } from '../vault/places.ts'

/** Seals what lies under a former key anew, and deletes the former keys once nothing lies under them. */
export default command(resealStep, async ({ db, sealer, now }, { limit }) => {
  const current = await currentKey(db, sealer, now())
  const keys = await db.selectFrom('connections_data_key').selectAll().execute()
  const sealerOf = new Map(keys.map(({ id, wrapped }) => [id, sealer.withKey(wrapped, DATA_KEY_PLACE)]))
  const reseal = (keyId: string, sealed: string, place: string) =>
    sealerOf.get(current.id)!.seal(sealerOf.get(keyId)!.open(sealed, place), place)

  const secrets = await db
    .selectFrom('connections_secret')
    .selectAll()
    .where('key_id', '!=', current.id)
    .orderBy('connection_id')
    .limit(limit)
    .execute()
  for (const { connection_id, kind, workspace_id, key_id, sealed } of secrets) {
    await db
      .updateTable('connections_secret')
      .set({ key_id: current.id, sealed: reseal(key_id, sealed, secretPlace(workspace_id, connection_id, kind)) })
      .where('connection_id', '=', connection_id)
      .where('kind', '=', kind)
      .execute()
  }
  const revocations = await db
    .selectFrom('connections_revocation')
    .selectAll()
    .where('key_id', '!=', current.id)
    .limit(limit)
    .execute()
  for (const { id, key_id, sealed } of revocations) {
    await db
      .updateTable('connections_revocation')
      .set({ key_id: current.id, sealed: reseal(key_id, sealed, revocationPlace(id)) })
      .where('id', '=', id)
      .execute()
  }
  const left = await countUnder(db, current.id)
  if (left === 0) await db.deleteFrom('connections_data_key').where('is_current', '=', 0).execute()
  return { sealed: secrets.length + revocations.length, left }
})

async function countUnder(db: WriteDatabase<ConnectionsTables>, currentId: string): Promise<number> {
  let left = 0
  for (const table of ['connections_secret', 'connections_revocation'] as const) {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('key_id', '!=', currentId)
      .executeTakeFirst()
    left += Number(row?.n ?? 0)
  }
  return left
}
