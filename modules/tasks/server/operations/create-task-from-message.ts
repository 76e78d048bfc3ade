import { Failure } from '#kernel/failure.ts'
import { getMessage } from '#modules/mail/contract.ts'
import { createTaskFromMessage, taskCreated } from '../../contract.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { ownerOf } from '../people/who.ts'
import { insertTask } from '../save-task.ts'
import { titleOfMessage } from '../title-of-message.ts'
import { toTask } from '../to-task.ts'

export default command(
  createTaskFromMessage,
  async ({ db, actor, ask, emit, fail, link, now }, { messageId, title, projectId }) => {
    const message = await ask(getMessage, { id: messageId })
    if (message instanceof Failure) return message
    if (!(await isProject(db, projectId))) return fail('project-not-found')

    const fields = { title: title ?? titleOfMessage(message), project_id: projectId, owner_id: ownerOf(actor) }
    const task = await insertTask(db, fields, now())
    await link({ kind: 'tasks.task', id: task.id }, { kind: 'mail.message', id: messageId }, 'from-message')
    emit(taskCreated, { id: task.id })
    return toTask(task)
  },
)
