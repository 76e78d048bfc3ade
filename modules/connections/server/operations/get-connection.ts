import { getConnection } from '../../contract.ts'
import { query } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { toConnection } from '../to-connection.ts'

export default query(
  getConnection,
  async ({ db, actor, fail }, { id }) => {
    const row = await findConnection(db, actor, id)
    return row ? toConnection(row) : fail('connection-not-found')
  },
  { single: true },
)
