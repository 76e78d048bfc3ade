import { getReminderRing, remindersRang } from '#modules/tasks/contract.ts'
import type { Source } from './source.ts'

/** Titles that a notification lists; the others are counted. */
const LISTED = 5

/** Tasks that somebody wanted to be reminded of. What came late comes together. */
export const taskReminderSource: Source = {
  event: remindersRang,
  async toNotice({ ask }, { subjectId }) {
    const { items } = await ask(getReminderRing, { id: subjectId })
    const titles = [...new Map(items.map(({ taskId, title }) => [taskId, title.slice(0, 150)])).values()]
    const [first = ''] = titles
    const others = titles.length - LISTED
    return {
      kind: 'reminder',
      key: `task reminders ${subjectId}`,
      title: titles.length === 1 ? `Reminder: ${first}` : `While you were away: ${titles.length} reminders`,
      detail:
        titles.length === 1 ? null : titles.slice(0, LISTED).join(', ') + (others > 0 ? ` and ${others} more` : ''),
      record: titles.length === 1 ? { kind: 'tasks.task', id: items[0]!.taskId } : null,
    }
  },
}
