import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { getCapture } from '#modules/capture/contract.ts'
import { dayChanged, habitsTakenBack, undoHabits } from '../../contract.ts'
import { command } from '../database.ts'
import { findHabit } from '../habits/to-habit.ts'

export default command(undoHabits, async ({ db, actor, ask, emit, fail }, { id, itemIds }) => {
  const capture = await ask(getCapture, { id })
  if (capture instanceof Failure) return fail('capture-not-found')
  const personId = personOf(actor)
  const items: string[] = []
  for (const item of capture.items) {
    if (itemIds && !itemIds.includes(item.id)) continue
    const habit = item.habit === null ? undefined : await findHabit(db, personId, item.id)
    if (!habit || habit.archived === 1) continue
    // What was counted meanwhile stays counted.
    await db.updateTable('day_habit').set({ archived: 1 }).where('id', '=', item.id).execute()
    items.push(item.id)
  }
  if (items.length === 0) return { undone: 0 }
  emit(dayChanged, { id: personId, part: 'habits' })
  emit(habitsTakenBack, { id, items })
  return { undone: items.length }
})
