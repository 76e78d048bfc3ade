import { getTaskScore, scoreWeights } from '../../contract.ts'
import { query } from '../database.ts'
import { findTask } from '../find-task.ts'
import { explainScore } from '../score/explain-score.ts'
import { countHeldUp } from '../score/facts.ts'

export default query(getTaskScore, async ({ db, fail, now, setting }, { id, energy }) => {
  const task = await findTask(db, id)
  if (!task) return fail('task-not-found')
  const holdsUp = (await countHeldUp(db, [id])).get(id) ?? 0
  return { id, ...explainScore({ ...task, holdsUp }, await setting(scoreWeights), now(), energy ?? null) }
})
