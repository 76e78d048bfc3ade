import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listImports } from '../../contract.ts'
import { query, type ImportRow } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { asItStands } from '../store/is-running.ts'
import { toImport } from '../store/to-import.ts'

export default query(listImports, async ({ db, actor, ask }, { cursor, limit }) => {
  const after = readCursor(cursor, ['string'])
  if (after instanceof Failure) return after

  let rows = db
    .selectFrom('mail_import')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after) rows = rows.where('id', '<', String(after[0]))
  const found: ImportRow[] = []
  for (const row of await rows.execute()) found.push(await asItStands({ ask }, row))
  return toPage(found, limit, toImport, (row) => [row.id])
})
