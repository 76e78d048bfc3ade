import type { Capture } from '#modules/capture/contract.ts'
import { acceptHabits } from '#modules/day/contract.ts'
import { acceptCapture, undoCapture } from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { countOf } from '#ui/format.ts'

/** Makes all that is chosen. A second try makes nothing twice. */
export async function acceptChosen({ id }: Capture): Promise<{ message: string; anything: boolean }> {
  const { made, habits, kept } = await api.call(acceptCapture, { id })
  // Habits are made by themselves a moment later; asked for here, they are there at once, and a refusal is heard.
  if (habits > 0) await api.call(acceptHabits, { id })
  const pieces = made.length + habits
  const said = [pieces > 0 && `${countOf(pieces, 'piece')} made`, kept > 0 && `${countOf(kept, 'note')} kept`]
  const anything = pieces + kept > 0
  return { message: anything ? said.filter(Boolean).join(', ') : 'All of that is made already', anything }
}

/** Takes all of it back. */
export async function takeBack({ id }: Capture): Promise<void> {
  await api.call(undoCapture, { id })
}
