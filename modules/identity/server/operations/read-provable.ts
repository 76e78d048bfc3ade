import { query } from '../database.ts'
import { readProvable } from '../internal-factors.ts'
import { canProve } from '../sessions/must-confirm.ts'

export default query(readProvable, async ({ db }, { userId }) => ({ provable: await canProve(db, userId) }))
