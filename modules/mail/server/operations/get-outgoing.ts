import { getOutgoing } from '../../contract.ts'
import { query } from '../database.ts'
import { findOutgoing, toOutgoing } from '../sending/find-outgoing.ts'

export default query(
  getOutgoing,
  async ({ db, actor, fail }, { id }) => {
    const row = await findOutgoing(db, actor, id)
    return row ? toOutgoing(row) : fail('outgoing-not-found')
  },
  { single: true },
)
