import { getComment, personMentioned } from '#modules/tasks/contract.ts'
import { memberName } from './member-name.ts'
import type { Source } from './source.ts'

/** Somebody wrote a comment to a person. Its words stay in the comment, so that they go with it. */
export const mentionSource: Source = {
  event: personMentioned,
  async toNotice({ ask }, { subjectId, personId }) {
    const { authorId, taskId, taskTitle } = await ask(getComment, { id: subjectId })
    if (authorId === personId) return null
    return {
      kind: 'mention',
      key: `mention ${subjectId}`,
      title: `${await memberName(ask, authorId)} mentioned you: ${taskTitle}`.slice(0, 300),
      detail: null,
      record: { kind: 'tasks.task', id: taskId },
    }
  },
}
