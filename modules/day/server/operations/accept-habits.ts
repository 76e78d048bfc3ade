import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { getCapture } from '#modules/capture/contract.ts'
import { acceptHabits, dayChanged, habitsAccepted } from '../../contract.ts'
import { command } from '../database.ts'
import { countOpenHabits, MOST_HABITS } from '../habits/most-habits.ts'
import { findHabit } from '../habits/to-habit.ts'

export default command(acceptHabits, async ({ db, actor, ask, emit, fail, now }, { id, itemIds }) => {
  const capture = await ask(getCapture, { id })
  if (capture instanceof Failure || capture.deletedAt !== null) return fail('capture-not-found')
  const personId = personOf(actor)
  const made = []
  for (const item of capture.items) {
    if (item.habit === null || !(itemIds ? itemIds.includes(item.id) : item.chosen)) continue
    // A habit has the id of its piece: it is made once, and taken out of the archive when it was put there by an undo.
    const known = await findHabit(db, personId, item.id)
    if (known?.archived === 0) continue
    const { name, times } = item.habit
    if (known) await db.updateTable('day_habit').set({ name, times, archived: 0 }).where('id', '=', item.id).execute()
    else
      await db
        .insertInto('day_habit')
        .values({ id: item.id, person_id: personId, name, times, paused: 0, archived: 0, created_at: now() })
        .execute()
    made.push({ itemId: item.id, habitId: item.id, name })
  }
  if (made.length === 0) return { made }
  if ((await countOpenHabits(db, personId)) > MOST_HABITS) return fail('too-many-habits')
  emit(dayChanged, { id: personId, part: 'habits' })
  emit(habitsAccepted, { id, items: made.map(({ itemId }) => itemId) })
  return { made }
})
