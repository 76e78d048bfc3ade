import { deleteTime } from '../../contract.ts'
import { command } from '../database.ts'
import { findEntry, putEntry } from '../time/entries.ts'
import { titledEntry } from '../time/to-time-entry.ts'

export default command(deleteTime, async (context, { id }) => {
  const { db, actor, fail, now } = context
  const entry = await findEntry(db, actor.id, id)
  if (!entry) return fail('time-not-found')
  if (entry.source === 'focus') return fail('time-of-focus')
  await putEntry(context, id, entry, undefined)
  return titledEntry(db, entry, now())
})
