import type { QueryContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { listReminders, listSuggestedTasks } from '../../../mail/contract.ts'
import type { Briefing } from '../../contract.ts'

const MOST = 10

/** Mail that asks something of the person, and mail of theirs that waits for an answer. */
export async function mailOfToday(
  ask: QueryContext<never>['ask'],
): Promise<Pick<Briefing, 'answers' | 'awaited'> | Failure> {
  const suggested = await ask(listSuggestedTasks, { limit: MOST })
  if (suggested instanceof Failure) return suggested
  const awaited: Briefing['awaited'] = []
  for (const state of ['due', 'waiting'] as const) {
    const reminders = await ask(listReminders, { state, limit: MOST })
    if (reminders instanceof Failure) return reminders
    awaited.push(...reminders.items.map(({ messageId, subject, dueAt }) => ({ messageId, subject, dueAt })))
  }
  return {
    answers: suggested.items.map(({ messageId, title, quote }) => ({ messageId, title, quote })),
    awaited: awaited.slice(0, MOST),
  }
}
