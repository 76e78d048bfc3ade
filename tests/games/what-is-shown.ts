import type { Operation } from '#contract/operation.ts'
import { Failure } from '#kernel/failure.ts'
import { getCapture, listCaptures } from '#modules/capture/contract.ts'
import { getEnergy, getRitual, listHabits } from '#modules/day/contract.ts'
import { getFocus, listSessions, readFocusStatistics } from '#modules/focus/contract.ts'
import { estimateDuration } from '#modules/insights/contract.ts'
import { getChamps, getTimer, listTasks } from '#modules/tasks/contract.ts'

/** Calls an operation as one person. */
export type Call = <Input, Output>(operation: Operation<Input, any, Output, string>, input: Input) => Promise<Output>

/** The same of somebody in a test app, where a refusal is a fault of the test. */
export function callerOf(as: { call: (operation: any, input: any) => Promise<unknown> }): Call {
  return async (operation, input) => {
    const output = await as.call(operation, input)
    if (output instanceof Failure) throw new Error(`${operation.name} refused: ${output.code} ${output.detail}`)
    return output as never
  }
}

/** An estimate of one's own that was half of the time such tasks took. */
export const tooShort = { title: 'Water the plants', ownMinutes: 30 }

/** Every game element and every prompt that the server shows a person, by name. */
export async function whatIsShown(call: Call): Promise<string[]> {
  const ritual = await call(getRitual, {})
  const { session } = await call(getFocus, {})
  const shown: Record<string, boolean> = {
    'consistency of rituals': ritual.consistency !== null,
    'prompt of a ritual': ritual.prompt !== null,
    'question for energy': (await call(getEnergy, {})).prompt,
    'counts of habits': (await call(listHabits, {})).items.some(({ earned }) => earned !== null),
    'bell of the session': (session?.reached ?? null) !== null,
    'bells of sessions before': (await call(listSessions, {})).items.some(({ reached }) => reached !== null),
    'share of bells': (await call(readFocusStatistics, {})).figures.some(({ name }) => name === 'completion'),
    'timer that may be forgotten': (await call(getTimer, {})).long,
    'correction of an estimate': (await call(estimateDuration, tooShort)).corrected,
  }
  for (const { id } of (await call(listCaptures, {})).items)
    shown['question about a capture'] ||= (await call(getCapture, { id })).questions.length > 0
  for (const { id } of (await call(listTasks, { limit: 5 })).items) {
    const { suggested } = await call(getChamps, { id })
    shown['suggestion of facets'] ||= Object.values(suggested).some((value) => value !== null)
  }
  return Object.keys(shown).filter((name) => shown[name])
}
