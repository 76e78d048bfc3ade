import { listIdentities } from '../../contract.ts'
import { query } from '../database.ts'
import { identitiesOf, toIdentity } from '../drafts/find-identity.ts'
import { ownerOf } from '../policy.ts'

export default query(
  listIdentities,
  async ({ db, actor }) => ({ items: (await identitiesOf(db, ownerOf(actor))).map(toIdentity) }),
  { single: true },
)
