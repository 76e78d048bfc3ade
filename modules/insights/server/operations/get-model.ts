import { toInstant } from '#base/time.ts'
import { personOf } from '#kernel/actor.ts'
import { getModel } from '../../contract.ts'
import { query } from '../database.ts'
import type { BackTest } from '../estimates/back-test.ts'
import { MODEL_VERSION } from '../estimates/pack.ts'
import { beatsMedian } from '../model/beats-median.ts'
import { findModel } from '../model/find-model.ts'

const FEATURES = ['title and its words', 'project', 'labels', 'earlier tasks of the same or a similar title']

export default query(getModel, async ({ db, actor }) => {
  const row = await findModel(db, personOf(actor))
  if (row?.forgotten_at != null) return { ...NOTHING, state: 'forgotten' as const }
  if (!row?.back_test || row.version !== MODEL_VERSION) return { ...NOTHING, state: 'none' as const }

  const { tasks, error, medianError, bands, own } = JSON.parse(row.back_test) as BackTest
  return {
    state: 'learned' as const,
    version: row.version,
    learnedAt: toInstant(row.learned_at),
    tasks: row.tasks,
    features: FEATURES,
    backTest: {
      tasks,
      error,
      medianError,
      bands: bands.map(({ upTo, tasks: of, held }) => ({ upTo, tasks: of, held })),
      own,
      used: beatsMedian({ tasks, error, medianError }),
    },
  }
})

const NOTHING = { version: null, learnedAt: null, tasks: 0, features: FEATURES, backTest: null }
