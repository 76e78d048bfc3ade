import { changeRefused, getPendingChange } from '#modules/mail/contract.ts'
import type { Source } from './source.ts'

/** A mail server did not take a change, and the message is as it was. */
export const changeRefusedSource: Source = {
  event: changeRefused,
  async toNotice({ ask }, { subjectId }) {
    const { id, kind, messageId, problem } = await ask(getPendingChange, { id: subjectId })
    return {
      kind: 'mail',
      key: `change ${id}`,
      title:
        kind === 'append'
          ? 'Your mail server did not take a copy of a message'
          : kind === 'expunge'
            ? 'Your mail server did not erase messages'
            : 'Your mail server did not take a change, so the message is as before',
      detail: problem?.detail ?? null,
      record: messageId === null ? null : { kind: 'mail.message', id: messageId },
    }
  },
}
