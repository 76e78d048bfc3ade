import { Failure } from '#kernel/failure.ts'
import { getSuggestedTask } from '#modules/mail/contract.ts'
import { approveSuggestion, suggestionApproved, taskCreated } from '../../contract.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { ownerOf } from '../people/who.ts'
import { insertTask } from '../save-task.ts'
import { toTask } from '../to-task.ts'

export default command(
  approveSuggestion,
  async ({ db, actor, ask, emit, fail, link, links, now }, { id, title, deadlineOn, projectId }) => {
    const suggestion = await ask(getSuggestedTask, { id })
    if (suggestion instanceof Failure) return suggestion
    if (!(await isProject(db, projectId))) return fail('project-not-found')
    const origin = { kind: 'mail.suggestion', id }
    if (suggestion.state === 'approved' || (await links(origin)).length > 0) return fail('already-approved')

    const fields = {
      title: title ?? suggestion.title,
      deadline_on: deadlineOn === undefined ? suggestion.dueOn : deadlineOn,
      project_id: projectId,
      owner_id: ownerOf(actor),
    }
    const task = await insertTask(db, fields, now())
    const record = { kind: 'tasks.task', id: task.id }
    await link(record, { kind: 'mail.message', id: suggestion.messageId }, 'from-message')
    await link(record, origin, 'from-suggestion')
    emit(taskCreated, { id: task.id })
    emit(suggestionApproved, { id })
    return toTask(task)
  },
)
