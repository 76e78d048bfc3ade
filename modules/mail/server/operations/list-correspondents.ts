import { listCorrespondents, type Address } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'

/** What lies further back tells little about whom one writes to now. */
const RECENT = 2000
const SENT = 1000
const MOST = 500
/** Having written to somebody says as much as so many messages of theirs. */
const WRITTEN_TO = 10

export default query(listCorrespondents, async ({ db, actor }) => {
  const owned = () => db.selectFrom('mail_message').where('owner_id', '=', ownerOf(actor))
  const came = await owned()
    .select(['from_name', 'from_address'])
    .orderBy('date_at', 'desc')
    .orderBy('id', 'desc')
    .limit(RECENT)
    .execute()
  const sent = await owned()
    .select('recipients')
    .where('place', '=', 'sent')
    .orderBy('date_at', 'desc')
    .orderBy('id', 'desc')
    .limit(SENT)
    .execute()

  const known = new Map<string, { person: Address; weight: number }>()
  const meet = (person: Address, weight: number) => {
    const key = person.address.toLowerCase()
    const before = known.get(key)
    if (before) {
      before.weight += weight
      before.person.name ||= person.name
    } else if (person.address.includes('@')) known.set(key, { person: { ...person }, weight })
  }
  for (const { recipients } of sent) for (const person of JSON.parse(recipients) as Address[]) meet(person, WRITTEN_TO)
  for (const { from_name, from_address } of came) meet({ name: from_name, address: from_address }, 1)

  const sorted = [...known.values()].sort((a, b) => b.weight - a.weight)
  return { items: sorted.slice(0, MOST).map(({ person }) => person) }
})
