import { fromInstant } from '#base/time.ts'
import { updateTime } from '../../contract.ts'
import { command } from '../database.ts'
import { findEntry, putEntry } from '../time/entries.ts'
import { titledEntry } from '../time/to-time-entry.ts'

export default command(updateTime, async (context, { id, startedAt, minutes, note }) => {
  const { db, actor, fail, now } = context
  const entry = await findEntry(db, actor.id, id)
  if (!entry) return fail('time-not-found')
  if (entry.source === 'focus') return fail('time-of-focus')
  if (entry.ended_at === null) return fail('timer-runs')

  const started_at = startedAt === undefined ? entry.started_at : fromInstant(startedAt)
  const length = minutes === undefined ? entry.ended_at - entry.started_at : minutes * 60_000
  const changed = { ...entry, started_at, ended_at: started_at + length, note: note ?? entry.note }
  if (changed.ended_at > now()) return fail('bad-span')
  await putEntry(context, id, entry, changed)
  return titledEntry(db, changed, now())
})
