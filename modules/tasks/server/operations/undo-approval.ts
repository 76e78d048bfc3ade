import { Failure } from '#kernel/failure.ts'
import { getSuggestedTask } from '#modules/mail/contract.ts'
import { suggestionReopened, taskDeleted, undoApproval } from '../../contract.ts'
import { command } from '../database.ts'
import { findTask } from '../find-task.ts'
import { saveTask } from '../save-task.ts'
import { toTask } from '../to-task.ts'

export default command(undoApproval, async ({ db, ask, emit, fail, links, unlinkAll, now }, { id }) => {
  const suggestion = await ask(getSuggestedTask, { id })
  if (suggestion instanceof Failure) return suggestion
  const origin = { kind: 'mail.suggestion', id }
  const made = (await links(origin)).find(({ relation }) => relation === 'from-suggestion')
  const task = made && (await findTask(db, made.record.id))
  if (!task) return fail('not-approved')

  // Without its link the suggestion may become a task again; the task in the trash stays linked with the message.
  await unlinkAll(origin)
  emit(suggestionReopened, { id })
  if (task.deleted_at !== null) return toTask(task)
  const deleted = await saveTask(db, task, { deleted_at: now() }, now())
  emit(taskDeleted, { id: task.id })
  return toTask(deleted)
})
