import type { Capture } from '#modules/capture/contract.ts'
import { acceptHabits, undoHabits } from '#modules/day/contract.ts'
import { acceptCapture, undoCapture } from '#modules/tasks/contract.ts'
import { ProblemError } from '#client/problem-error.ts'
import { api } from '#ui/data/api.ts'
import { countOf } from '#ui/format.ts'

/** Makes all that is chosen, each by whom it belongs to. A second try makes nothing twice. */
export async function acceptChosen({ id }: Capture): Promise<{ message: string; anything: boolean }> {
  const { made, habits, kept } = await api.call(acceptCapture, { id })
  const also = habits > 0 ? (await api.call(acceptHabits, { id })).made : []
  const pieces = made.length + also.length
  const said = [pieces > 0 && `${countOf(pieces, 'piece')} made`, kept > 0 && `${countOf(kept, 'note')} kept`]
  const anything = pieces + kept > 0
  return { message: anything ? said.filter(Boolean).join(', ') : 'All of that is made already', anything }
}

/** Takes all of it back. */
export async function takeBack({ id }: Capture): Promise<void> {
  await api.call(undoHabits, { id })
  await api.call(undoCapture, { id }).catch((error: unknown) => {
    // Nothing but habits was accepted.
    if (!(error instanceof ProblemError && error.problem.code === 'nothing-accepted')) throw error
  })
}
