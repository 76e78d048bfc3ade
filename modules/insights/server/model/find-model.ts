import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { unpackEstimator } from '../estimates/pack.ts'
import type { BackTest } from '../estimates/back-test.ts'
import type { Estimator } from '../estimates/estimator.ts'
import type { InsightsTables, ModelRow } from '../database.ts'

/** What is kept for a person, forgotten or not. */
export function findModel(db: ReadDatabase<InsightsTables>, personId: string): Promise<ModelRow | undefined> {
  return db.selectFrom('insights_model').selectAll().where('person_id', '=', personId).executeTakeFirst()
}

/** What was learned; null where there is nothing, or what another version of Daybook learned. */
export function readModel(row: ModelRow | undefined): { estimator: Estimator; backTest: BackTest } | null {
  if (!row?.estimator || !row.back_test) return null
  const estimator = unpackEstimator(row.estimator)
  return estimator && { estimator, backTest: JSON.parse(row.back_test) as BackTest }
}
