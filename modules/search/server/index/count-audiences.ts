import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { plus } from '#kernel/database/raw.ts'
import type { DocumentRow, SearchTables } from '../database.ts'

/** Keeps count of documents by audience; an audience without any leaves no row, so that a replay gives the same. */
export async function countAudiences(
  db: WriteDatabase<SearchTables>,
  rows: Pick<DocumentRow, 'audience'>[],
  sign: 1 | -1,
): Promise<void> {
  for (const [audience, { length }] of Map.groupBy(rows, (row) => row.audience)) {
    const documents = sign * length
    await db
      .insertInto('search_audience')
      .values({ audience, documents })
      .onConflict((conflict) =>
        conflict.column('audience').doUpdateSet({ documents: plus('search_audience.documents', documents) }),
      )
      .execute()
  }
  if (sign < 0) await db.deleteFrom('search_audience').where('documents', '=', 0).execute()
}
