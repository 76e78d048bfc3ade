import { uuidv7 } from '#base/ids.ts'
import { systemActor } from '#kernel/actor.ts'
import { suggestTasks } from '#modules/mail/server/tidying/internal.ts'
import { makeConnection } from './connections.ts'
import { mailbox, newMessage } from './mailbox.ts'
import type { Makers, Making } from './making.ts'

interface Message {
  id: string
  threadId: string
  attachmentId: string
}

/** Mail and what is kept beside it. Messages come of one import, each call gives the next of them. */
export function mailRecords(): Makers {
  let imported: Promise<Message[]> | undefined
  const message = async (making: Making): Promise<Message> => {
    const messages = await (imported ??= importMessages(making))
    return messages[making.next() % messages.length]!
  }
  return {
    'mail.import': async (making) => (await importMailbox(making, mailbox(1))).import,
    'mail.message': async (making) => (await message(making)).id,
    'mail.thread': async (making) => (await message(making)).threadId,
    'mail.attachment': async (making) => (await message(making)).attachmentId,
    'mail.draft-attachment': makeDraftAttachment,
    'mail.outgoing': makeOutgoing,
    'mail.reminder': async (making) =>
      (await making.call('mail.remind', { id: (await message(making)).id, at: '2099-01-01T00:00:00Z' })).id,
    'mail.blocked-sender': (making) => makeSender(making, 'mail.block-sender'),
    'mail.image-sender': (making) => makeSender(making, 'mail.allow-images'),
    'mail.rule-run': makeRuleRun,
    'mail.suggestion': makeSuggestion,
    'mail.pending-change': async (making) => makePendingChange(making, (await message(making)).id),
  }
}

/** Imports an mbox, and answers the job of it and the import. */
export async function importMailbox({ call }: Making, text: string): Promise<{ job: string; import: string }> {
  const { id } = await call('uploads.create', { name: 'mail.mbox' }, text)
  return call('mail.import', { uploadId: id })
}

async function importMessages(making: Making): Promise<Message[]> {
  const { call, conformance } = making
  const { import: importId } = await importMailbox(making, mailbox(20))
  await conformance.app.settle()
  const { items } = await call('mail.list', { importId, limit: 200 })
  if (items.length === 0)
    throw new Error(`Nothing was imported: ${JSON.stringify(await call('mail.get-import', { id: importId }))}`)
  return Promise.all(
    items.map(async ({ id, threadId }: Message) => {
      const { attachments } = await call('mail.get', { id })
      return { id, threadId, attachmentId: attachments[0].id }
    }),
  )
}

async function makeDraftAttachment({ of, call }: Making): Promise<string> {
  const { id: uploadId } = await call('uploads.create', { name: 'mail.mbox' }, 'A file')
  return (await call('mail.attach', { draftId: await of('mail.draft'), uploadId })).attachments[0].id
}

async function makeOutgoing(making: Making): Promise<string> {
  const { conformance, of, call } = making
  const connectionId = await makeConnection(making)
  // An account becomes an address to send from by a subscription.
  await conformance.app.settle()
  const { items } = await call('mail.list-identities', {})
  const identityId = items.find((identity: { connectionId: string }) => identity.connectionId === connectionId).id
  const draftId = await of('mail.draft')
  await call('mail.update-draft', { id: draftId, identityId })
  // Awake for a moment and without a word to anybody, so that nothing goes anywhere.
  await setState(making, connectionId, 'active')
  const { id } = await call('mail.send', { draftId })
  await setState(making, connectionId, 'paused')
  return id
}

async function setState({ write }: Making, connectionId: string, state: string): Promise<void> {
  await write('UPDATE connections_connection SET state = ? WHERE id = ?', state, connectionId)
}

async function makeSender({ call, next }: Making, operation: string): Promise<string> {
  return (await call(operation, { sender: `sender-${next()}@example.test` })).id
}

async function makeRuleRun({ call, next }: Making): Promise<string> {
  const { id } = await call('mail.create-rule', {
    name: `Rule ${next()}`,
    query: 'nothing',
    actions: { star: true },
  })
  const { run } = await call('mail.apply-rule', { id })
  await call('mail.delete-rule', { id })
  return run
}

async function makeSuggestion(making: Making): Promise<string> {
  const { call, conformance } = making
  const { daybook, owner } = conformance.app
  const request = newMessage(new Date()).replace('<p>Hello', '<p>Please sign the offer.</p><p>Hello')
  const { import: importId } = await importMailbox(making, request)
  await conformance.app.settle()
  const { items } = await call('mail.list', { importId })
  const actor = systemActor('suggesting', owner.workspaceId, owner.id)
  await daybook.kernel.callAs(actor, suggestTasks, { ids: [items[0].id] })
  return (await call('mail.list-suggested-tasks', { limit: 1 })).items[0].id
}

/** A change that waits for an account which rests. Its server would have to be there to give the message its place. */
async function makePendingChange(making: Making, messageId: string): Promise<string> {
  const { owner } = making.conformance.app
  const id = uuidv7()
  const row = {
    id,
    workspace_id: owner.workspaceId,
    owner_id: owner.id,
    connection_id: await makeConnection(making),
    kind: 'change',
    message_id: messageId,
    change: JSON.stringify({ aspects: ['seen'], added: [], removed: [] }),
    state: 'waiting',
    attempts: 0,
    at: Date.now(),
  }
  const columns = Object.keys(row)
  const sql = `INSERT INTO mail_outbox (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  await making.write(sql, ...Object.values(row))
  return id
}
