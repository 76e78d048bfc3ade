import { getPrp } from '../../contract.ts'
import { query } from '../database.ts'
import { findTask } from '../find-task.ts'
import { gather } from '../prp/gather.ts'
import { findPrp, toPrp } from '../prp/store.ts'
import { writePrp } from '../prp/write-prp.ts'

export default query(getPrp, async (context, { taskId, fresh }) => {
  const { db, fail } = context
  const task = await findTask(db, taskId)
  if (!task) return fail('task-not-found')
  const saved = await findPrp(db, taskId)
  if (saved && !fresh) return toPrp(saved)
  const document = writePrp(await gather(context, task))
  return { taskId, document, saved: false, rev: saved?.rev ?? 0, savedBy: null, savedAt: null }
})
