import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '#kernel/actor.ts'
import { modifyMessages } from '#modules/mail/contract.ts'
import { notePushes } from '#modules/mail/server/outbox/internal.ts'
import type { Outcome } from '#modules/mail/server/outbox/push-work.ts'
import { applyChanges } from '#modules/mail/server/sync/internal.ts'
import { dovecotMissing } from '#testing/dovecot.ts'
import { messageCalled, rows } from '../mail/mail-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { connect, eventually, openSyncApp, syncNow, type SyncApp } from '../sync/lib/sync-app.ts'

const missing = dovecotMissing()
if (missing && process.env.CI === 'true') throw new Error(missing)

describe.skipIf(missing !== null)('noting how a change fared', () => {
  let world: SyncApp
  let connectionId: string
  beforeEach(async () => {
    world = await openSyncApp()
    await world.dovecot.deliver(mailText({ subject: 'one', id: 'one' }))
    connectionId = (await connect(world)).id
    await syncNow(world)
    await world.dovecot.down()
    await change()
  }, 60_000)
  afterEach(() => world?.[Symbol.asyncDispose]())

  /** A change that was taken on its way, and of which nobody heard since. */
  async function change(): Promise<void> {
    const { id } = await messageCalled(world.app, 'one')
    await world.app.call(modifyMessages, { messageIds: [id], seen: true, place: 'archive' })
    await eventually(
      async () => (await rows(world.app, "SELECT 1 FROM mail_outbox WHERE state = 'sending'")).length > 0,
    )
  }

  const actor = () => systemActor('test', world.app.owner.workspaceId, world.app.owner.id)
  const placements = () =>
    rows(
      world.app,
      `SELECT path, uid, flags FROM mail_placement JOIN mail_mailbox ON mail_mailbox.id = mailbox_id ORDER BY path`,
    )
  const note = async (outcome: Pick<Outcome, 'gone' | 'found'>) => {
    const [entry] = await rows(world.app, 'SELECT id FROM mail_outbox')
    const outcomes: Outcome[] = [{ entryId: String(entry!.id), state: 'done', ...outcome }]
    await world.app.daybook.kernel.callAs(actor(), notePushes, { connectionId, outcomes })
  }
  const numberIn = async (path: string, by = 0) => {
    const [box] = await rows(world.app, `SELECT id, uid_validity FROM mail_mailbox WHERE path = '${path}'`)
    return { mailboxId: String(box!.id), uid: 1, uidValidity: Number(box!.uid_validity) + by }
  }
  const seen = { flags: 1, labels: null }

  it('takes a message from where it was read to where it was moved: it lies there alone', async () => {
    const [inbox, archive] = [await numberIn('INBOX'), await numberIn('Archive')]
    const found = [
      { ...inbox, ...seen, isNew: false },
      { ...archive, ...seen, isNew: true },
    ]
    await note({ gone: [inbox], found })
    expect(await placements()).toEqual([{ path: 'Archive', uid: 1, flags: 1 }])
    expect(await rows(world.app, 'SELECT path FROM mail_mailbox WHERE stored_count <> 0')).toEqual([
      { path: 'Archive' },
    ])
  })

  it('does not put a message back that sync saw leave meanwhile: only its flags were set', async () => {
    const { mailboxId, uidValidity, uid } = await numberIn('INBOX')
    const said = { mailboxId, uidValidity, since: 0, flags: [], vanished: [uid] }
    await world.app.daybook.kernel.callAs(actor(), applyChanges, said)
    await note({ gone: [], found: [{ mailboxId, uidValidity, uid, ...seen, isNew: false }] })
    expect(await placements()).toEqual([])
    expect(await rows(world.app, 'SELECT message_id FROM mail_orphan')).toHaveLength(1)
  })

  it('believes no number of a mailbox that was numbered anew meanwhile', async () => {
    const [inbox, archive] = [await numberIn('INBOX', 1), await numberIn('Archive', 1)]
    await note({ gone: [inbox], found: [{ ...archive, ...seen, isNew: true }] })
    expect(await placements()).toEqual([{ path: 'INBOX', uid: 1, flags: 0 }])
  })
})
