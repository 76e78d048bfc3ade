import { getDelegation } from '../../contract.ts'
import { query } from '../database.ts'
import { readDelegation } from '../delegation/read-delegations.ts'

export default query(
  getDelegation,
  async ({ db, fail }, { id }) => (await readDelegation(db, id)) ?? fail('delegation-not-found'),
)
