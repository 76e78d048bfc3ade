import { getReminder, reminderChanged } from '#modules/mail/contract.ts'
import type { Source } from './source.ts'

/** Mail that nobody answered by the time its owner had said. */
export const reminderSource: Source = {
  event: reminderChanged,
  async toNotice({ ask }, { subjectId, data }) {
    if (data.state !== 'due') return null
    const { id, subject, note, messageId } = await ask(getReminder, { id: subjectId })
    return {
      kind: 'reminder',
      key: `reminder ${id}`,
      title: subject === '' ? 'Nobody answered your message' : `Nobody answered: ${subject.slice(0, 250)}`,
      detail: note,
      record: { kind: 'mail.message', id: messageId },
    }
  },
}
