import { systemActor } from '#kernel/actor.ts'
import { requestApproval } from '#kernel/approvals/internal.ts'
import { createUpload } from '#kernel/builtin/contract.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { uuidv7 } from '#base/ids.ts'
import { getImport, importMail, listMessages } from '#modules/mail/contract.ts'
import { beginPasskey, finishPasskey } from '#modules/identity/contract.ts'
import { storeConnection } from '#modules/connections/server/internal.ts'
import { suggestTasks } from '#modules/mail/server/tidying/internal.ts'
import { addNotice } from '#modules/notifications/server/internal.ts'
import { Authenticator } from '../identity/authenticator.ts'
import { answeredKind, idMembers } from './id-members.ts'
import type { ConformanceApp } from './conformance-app.ts'

/** Real records of every kind, made as people make them. Each call gives another one where that is possible. */
export class Records {
  readonly #conformance: ConformanceApp
  readonly #makers: Map<string, () => Promise<string>>
  #messages: Promise<Record<'id' | 'threadId' | 'attachmentId', string>[]> | undefined
  #given = 0

  constructor(conformance: ConformanceApp) {
    this.#conformance = conformance
    this.#makers = new Map([
      ['kernel.upload', () => this.#upload(mailbox(1))],
      ['kernel.approval', () => this.#approval()],
      ['kernel.job', async () => (await this.#import(mailbox(1))).job],
      ['mail.import', async () => (await this.#import(mailbox(1))).import],
      ['mail.message', async () => (await this.#message()).id],
      ['mail.thread', async () => (await this.#message()).threadId],
      ['mail.attachment', async () => (await this.#message()).attachmentId],
      ['identity.session', () => this.#session()],
      ['identity.passkey', () => this.#passkey()],
      ['identity.user', () => this.#person()],
      ['identity.invitation', () => this.#invitation()],
      ['notifications.notice', () => this.#notice()],
      ['connections.connection', () => this.#connection()],
      ['mail.draft-attachment', () => this.#draftAttachment()],
      ['mail.outgoing', () => this.#outgoing()],
      ['mail.reminder', () => this.#reminder()],
      ['mail.blocked-sender', () => this.#sender('mail.block-sender')],
      ['mail.image-sender', () => this.#sender('mail.allow-images')],
      ['mail.rule-run', () => this.#ruleRun()],
      ['mail.suggestion', () => this.#suggestion()],
      ['mail.pending-change', () => this.#pendingChange()],
      ['tasks.label', () => this.#taskLabel()],
      ['tasks.change', () => this.#taskChange()],
      ['tasks.reminder', () => this.#taskReminder()],
      ['tasks.reminder-ring', () => this.#reminderRing()],
    ])
    for (const operation of conformance.operations) this.#learn(operation)
  }

  /** The id of a record of this kind. */
  async of(kind: string): Promise<string> {
    const make = this.#makers.get(kind)
    if (!make)
      throw new Error(
        `Nobody knows how to make a ${kind}: let a create operation answer it, or teach tests/conformance/records.ts`,
      )
    return make()
  }

  /** A command that makes a record out of its example alone is how records of its kind are made. */
  #learn(operation: AnyOperation): void {
    const kind = answeredKind(operation)
    if (
      kind === null ||
      this.#makers.has(kind) ||
      operation.kind !== 'command' ||
      !/\.create(-|$)/.test(operation.name)
    )
      return
    if (idMembers(operation).some(({ required }) => required)) return
    this.#makers.set(kind, async () => {
      const example = {
        ...operation.example,
        ...('name' in operation.example && { name: `${operation.example.name} ${++this.#given}` }),
      }
      return (await this.#succeed(operation, example)).id
    })
  }

  async #upload(text: string): Promise<string> {
    return (await this.#succeed(createUpload, { name: 'mail.mbox' }, text)).id
  }

  async #import(text: string): Promise<{ job: string; import: string }> {
    return this.#succeed(importMail, { uploadId: await this.#upload(text) })
  }

  async #approval(): Promise<string> {
    const { daybook, owner } = this.#conformance.app
    const input = { title: `Task ${++this.#given}` }
    const request = { operation: 'tasks.create', input, client: 'A client' }
    return (
      await daybook.kernel.callAs(systemActor('assistant', owner.workspaceId, owner.id), requestApproval, request)
    ).id
  }

  async #message() {
    this.#messages ??= this.#importMessages()
    const messages = await this.#messages
    return messages[this.#given++ % messages.length]!
  }

  async #importMessages() {
    const { import: importId } = await this.#import(mailbox(20))
    await this.#conformance.app.settle()
    const { items } = await this.#succeed(listMessages, { importId, limit: 200 })
    if (items.length === 0)
      throw new Error(`Nothing was imported: ${JSON.stringify(await this.#succeed(getImport, { id: importId }))}`)
    const whole = this.#conformance.operations.find(({ name }) => name === 'mail.get')!
    return Promise.all(
      items.map(async ({ id, threadId }: { id: string; threadId: string }) => {
        const { attachments } = await this.#succeed(whole, { id })
        return { id, threadId, attachmentId: attachments[0].id }
      }),
    )
  }

  async #person(): Promise<string> {
    const name = `Person ${++this.#given}`
    const input = { name, email: `person-${this.#given}@example.test` }
    return (await this.#succeed(this.#named('admin.create-user'), input)).id
  }

  async #invitation(): Promise<string> {
    const input = { email: `guest-${++this.#given}@example.test` }
    return (await this.#succeed(this.#named('identity.invite'), input)).id
  }

  async #connection(): Promise<string> {
    const { daybook, owner } = this.#conformance.app
    const address = `account-${++this.#given}@example.test`
    // One that came by consent: what is for these alone finds it too.
    const account = { provider: 'google', address, name: address, imap: null, smtp: null, refreshToken: 'a token' }
    const made = await daybook.kernel.callAs(
      systemActor('adding', owner.workspaceId, owner.id),
      storeConnection,
      account,
    )
    // Nobody is to go looking for its servers.
    await this.#succeed(this.#named('connections.pause'), { id: made.id })
    return made.id
  }

  async #draftAttachment(): Promise<string> {
    const input = { draftId: await this.of('mail.draft'), uploadId: await this.#upload('A file') }
    return (await this.#succeed(this.#named('mail.attach'), input)).attachments[0].id
  }

  async #outgoing(): Promise<string> {
    const connectionId = await this.#connection()
    // An account becomes an address to send from by a subscription.
    await this.#conformance.app.settle()
    const { items } = await this.#succeed(this.#named('mail.list-identities'), {})
    const identityId = items.find((identity: { connectionId: string }) => identity.connectionId === connectionId).id
    const draftId = await this.of('mail.draft')
    await this.#succeed(this.#named('mail.update-draft'), { id: draftId, identityId })
    // Awake for a moment and without a word to anybody, so that nothing goes anywhere.
    await this.#setState(connectionId, 'active')
    const { id } = await this.#succeed(this.#named('mail.send'), { draftId })
    await this.#setState(connectionId, 'paused')
    return id
  }

  async #setState(connectionId: string, state: string): Promise<void> {
    const sql = 'UPDATE connections_connection SET state = ? WHERE id = ?'
    await this.#write(sql, state, connectionId)
  }

  async #write(sql: string, ...values: (string | number)[]): Promise<void> {
    const { database } = this.#conformance.app.daybook
    await database.write(async (transaction) => void (await transaction.run(sql, ...values)))
  }

  async #taskLabel(): Promise<string> {
    const name = `label ${++this.#given}`
    await this.#succeed(this.#named('tasks.create'), { title: 'A task', labels: [name] })
    const { items } = await this.#succeed(this.#named('tasks.list-labels'), {})
    return items.find((label: { name: string }) => label.name === name).id
  }

  async #taskChange(): Promise<string> {
    const id = await this.of('tasks.task')
    await this.#succeed(this.#named('tasks.update'), { id, title: `Task ${++this.#given}` })
    return (await this.#succeed(this.#named('tasks.list-changes'), {})).items[0].id
  }

  async #taskReminder(): Promise<string> {
    const input = { taskId: await this.of('tasks.task'), at: '2099-01-01T00:00:00Z' }
    return (await this.#succeed(this.#named('tasks.add-reminder'), input)).id
  }

  /** Reminders ring by the clock: this one is said to have rung. */
  async #reminderRing(): Promise<string> {
    const id = uuidv7()
    const reminderId = await this.#taskReminder()
    const sql = 'UPDATE tasks_reminder SET ring_id = ?, rang_at = ? WHERE id = ?'
    await this.#write(sql, id, Date.now(), reminderId)
    return id
  }

  async #reminder(): Promise<string> {
    const { id } = await this.#message()
    return (await this.#succeed(this.#named('mail.remind'), { id, at: '2099-01-01T00:00:00Z' })).id
  }

  async #sender(name: string): Promise<string> {
    return (await this.#succeed(this.#named(name), { sender: `sender-${++this.#given}@example.test` })).id
  }

  async #ruleRun(): Promise<string> {
    const rule = { name: `Rule ${++this.#given}`, query: 'nothing', actions: { star: true } }
    const { id } = await this.#succeed(this.#named('mail.create-rule'), rule)
    const { run } = await this.#succeed(this.#named('mail.apply-rule'), { id })
    await this.#succeed(this.#named('mail.delete-rule'), { id })
    return run
  }

  async #suggestion(): Promise<string> {
    const { daybook, owner } = this.#conformance.app
    const request = message(++messages, new Date()).replace('<p>Hello', '<p>Please sign the offer.</p><p>Hello')
    const { import: importId } = await this.#import(request)
    await this.#conformance.app.settle()
    const { items } = await this.#succeed(listMessages, { importId })
    const actor = systemActor('suggesting', owner.workspaceId, owner.id)
    await daybook.kernel.callAs(actor, suggestTasks, { ids: [items[0].id] })
    return (await this.#succeed(this.#named('mail.list-suggested-tasks'), { limit: 1 })).items[0].id
  }

  /** A change that waits for an account which rests. Its server would have to be there to give the message its place. */
  async #pendingChange(): Promise<string> {
    const { owner } = this.#conformance.app
    const id = uuidv7()
    const row = {
      id,
      workspace_id: owner.workspaceId,
      owner_id: owner.id,
      connection_id: await this.#connection(),
      kind: 'change',
      message_id: (await this.#message()).id,
      change: JSON.stringify({ aspects: ['seen'], added: [], removed: [] }),
      state: 'waiting',
      attempts: 0,
      at: Date.now(),
    }
    const columns = Object.keys(row)
    const sql = `INSERT INTO mail_outbox (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
    await this.#write(sql, ...Object.values(row))
    return id
  }

  async #notice(): Promise<string> {
    const { daybook, owner } = this.#conformance.app
    const happening = { kind: 'job', key: `job ${++this.#given}`, title: 'Work failed', detail: null, record: null }
    await daybook.kernel.callAs(systemActor('teller', owner.workspaceId, owner.id), addNotice, happening)
    return (await this.#succeed(this.#named('notifications.list'), { limit: 1 })).items[0].id
  }

  #named(name: string): AnyOperation {
    return this.#conformance.operations.find((operation) => operation.name === name)!
  }

  async #session(): Promise<string> {
    const { daybook } = this.#conformance.app
    const secret = await daybook.createSignInSecret()
    await this.#succeed(this.#named('identity.open-link'), { secret }, undefined, null)
    return (await this.#succeed(this.#named('identity.list-sessions'), {})).items[0].id
  }

  async #passkey(): Promise<string> {
    const { challenge, options } = await this.#succeed(beginPasskey, {})
    const credential = new Authenticator().create(options)
    return (await this.#succeed(finishPasskey, { challenge, credential, name: 'Laptop' })).id
  }

  async #succeed(operation: AnyOperation, input: unknown, body?: string, token?: null): Promise<any> {
    const answer = await this.#conformance.call(operation, input, {
      ...(body !== undefined && { body }),
      ...(token === null && { token }),
    })
    if (answer.problem) throw new Error(`${operation.name} refused: ${JSON.stringify(answer.problem)}`)
    return answer.value
  }
}

let messages = 0

/** An mbox of so many messages that nobody has seen before, each with an HTML part and an attachment. */
function mailbox(count: number): string {
  return Array.from({ length: count }, () => message(++messages)).join('')
}

function message(number: number, date = new Date('2026-11-12T10:00:00Z')): string {
  return `From ada@example.test Thu Nov 12 10:00:00 2026
From: Ada <ada@example.test>
To: Ben <ben@example.test>
Subject: Message ${number}
Message-ID: <${number}.${process.pid}@example.test>
Date: ${date.toUTCString()}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html; charset=utf-8

<p>Hello <b>Ben</b>, number ${number}</p>
--b
Content-Type: text/csv
Content-Disposition: attachment; filename="numbers.csv"
Content-Transfer-Encoding: base64

MSwyLDMK
--b--

`
}
