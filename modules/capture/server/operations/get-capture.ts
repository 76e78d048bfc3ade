import { getCapture } from '../../contract.ts'
import { query } from '../database.ts'
import { findCapture } from '../find-capture.ts'
import { toCapture } from '../to-capture.ts'

export default query(getCapture, async (context, { id }) => {
  const { db, actor, fail } = context
  const capture = await findCapture(db, actor, id)
  return capture ? toCapture(context, capture) : fail('capture-not-found')
})
