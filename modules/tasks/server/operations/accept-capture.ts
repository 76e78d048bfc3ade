import { Failure } from '#kernel/failure.ts'
import { getCapture } from '#modules/capture/contract.ts'
import { acceptCapture, captureAccepted, captureHabitsWanted } from '../../contract.ts'
import { makeRecord } from '../captured/make-record.ts'
import { readItem } from '../captured/read-item.ts'
import { command } from '../database.ts'
import { changeOf } from '../undo/record-change.ts'

export default command(acceptCapture, async (context, { id, itemIds }) => {
  const { db, ask, emit, fail, link, now } = context
  const capture = await ask(getCapture, { id })
  if (capture instanceof Failure || capture.deletedAt !== null) return fail('capture-not-found')
  if (capture.state === 'reading') return fail('still-reading')

  const wanted = capture.items.filter((item) => (itemIds ? itemIds.includes(item.id) : item.chosen))
  const rows = await db.selectFrom('tasks_captured').select('item_id').where('capture_id', '=', id).execute()
  const before = new Set(rows.map(({ item_id }) => item_id))
  const notes = wanted.filter(({ kind, accepted }) => kind === 'note' && !accepted)
  const made = []
  for (const item of wanted) {
    // A piece becomes one record, however often it is accepted; a note stays where it is.
    if (item.kind === 'note' || item.kind === 'habit' || before.has(item.id)) continue
    const line = await readItem(context, capture, item)
    if (line.title === '')
      return fail('no-title', { detail: `“${item.text}” needs a few words beside its labels and dates.` })
    const record = await makeRecord(context, capture, item, line)
    await db
      .insertInto('tasks_captured')
      .values({ item_id: item.id, capture_id: id, kind: item.kind, record_id: record.id, at: now() })
      .execute()
    await link(record, { kind: 'capture.capture', id }, 'from-capture')
    made.push({ itemId: item.id, record, title: line.title })
  }
  const items = [...made.map(({ itemId }) => itemId), ...notes.map((note) => note.id)]
  if (items.length > 0) emit(captureAccepted, { id, items })
  const habits = wanted.filter(({ kind, accepted }) => kind === 'habit' && !accepted).map((item) => item.id)
  if (habits.length > 0) await want(habits)
  return { made, habits: habits.length, kept: notes.length, changeId: changeOf(db) }

  /** A habit that could not be made the last time is asked for again. */
  async function want(habits: string[]): Promise<void> {
    const rows = habits
      .filter((item) => !before.has(item))
      .map((item) => ({ item_id: item, capture_id: id, kind: 'habit' as const, record_id: item, at: now() }))
    if (rows.length > 0) await db.insertInto('tasks_captured').values(rows).execute()
    emit(captureHabitsWanted, { id, items: habits })
  }
})
