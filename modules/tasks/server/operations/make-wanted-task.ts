import { Failure } from '#kernel/failure.ts'
import { getMessage } from '#modules/mail/contract.ts'
import { taskCreated } from '../../contract.ts'
import { command } from '../database.ts'
import { makeWantedTask } from '../internal.ts'
import { ownerOf } from '../people/who.ts'
import { insertTask } from '../save-task.ts'
import { titleOfMessage } from '../title-of-message.ts'

export default command(makeWantedTask, async ({ db, actor, ask, emit, link, links, now }, { messageId }) => {
  const message = await ask(getMessage, { id: messageId })
  if (message instanceof Failure) return message
  const record = { kind: 'mail.message', id: messageId }
  // A message has one task of this kind, however often it is asked for.
  if ((await links(record)).some(({ relation }) => relation === 'from-message')) return { made: false }

  const task = await insertTask(db, { title: titleOfMessage(message), owner_id: ownerOf(actor) }, now())
  await link({ kind: 'tasks.task', id: task.id }, record, 'from-message')
  emit(taskCreated, { id: task.id })
  return { made: true }
})
