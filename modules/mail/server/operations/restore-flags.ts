import { messageChanged, restoreFlags } from '../../contract.ts'
import { command } from '../database.ts'
import { recordChanges } from '../outbox/record-changes.ts'
import { changeBy } from '../outbox/record-flags.ts'
import { ownerOf } from '../policy.ts'
import { changedBy, findMessages, setFlags } from '../store/change-messages.ts'
import { refreshThreads } from '../store/refresh-threads.ts'

export default command(restoreFlags, async (context, { before }) => {
  const { db, actor, changed, emit, fail } = context
  const ownerId = ownerOf(actor)
  const rows = await findMessages(
    db,
    ownerId,
    before.map(({ id }) => id),
  )
  if (!rows) return fail('message-not-found')

  const wanted = new Map(before.map((flags) => [flags.id, flags]))
  const touched = rows.filter((row) => changedBy([row], wanted.get(row.id)!).length > 0)
  const groups = Map.groupBy(touched, ({ id }) => {
    const { seen, starred, place } = wanted.get(id)!
    return JSON.stringify({ seen, starred, place })
  })
  for (const [flags, group] of groups)
    await setFlags(
      db,
      group.map(({ id }) => id),
      JSON.parse(flags),
    )
  await refreshThreads(
    db,
    ownerId,
    touched.map(({ thread_id }) => thread_id),
  )
  await recordChanges(context, new Map(touched.map((row) => [row.id, changeBy(row, wanted.get(row.id)!)])))
  for (const { id } of touched) emit(messageChanged, { id })
  changed(null, { restored: touched.length })
  return { changed: touched.map(({ id }) => id) }
})
