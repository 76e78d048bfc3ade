import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listMessages, listPendingChanges, modifyMessages } from '#modules/mail/contract.ts'
import { dovecotMissing } from '#testing/dovecot.ts'
import { connect, eventually, openSyncApp, syncNow, type SyncApp } from '../sync/lib/sync-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { serverContents } from './server-contents.ts'

const missing = dovecotMissing()
if (missing && process.env.CI === 'true') throw new Error(missing)

/**
 * A move of ours landed, somebody else moved the message on, sync heard of that, and only then was our landing noted: the
 * message is then known in a place where the server has nothing, and nobody will say so again.
 */
describe.skipIf(missing !== null)('a place that was noted too late', () => {
  let world: SyncApp

  beforeEach(async () => {
    world = await openSyncApp()
    for (const subject of ['one', 'two', 'three'])
      await world.dovecot.deliver(mailText({ subject, id: subject, from: 'a@example.test' }))
    await connect(world)
    await syncNow(world)
    await world.dovecot.run(['SELECT INBOX', 'UID STORE 3 +FLAGS (\\Deleted)', 'EXPUNGE'])
    await syncNow(world)
    await noteLanding('two', 3)
    expect(await places('two')).toEqual([2, 3])
  }, 60_000)
  afterEach(() => world?.[Symbol.asyncDispose]())

  const idOf = async (subject: string) =>
    (await world.app.call(listMessages, { limit: 200 })).items.find((item) => item.subject === subject)!.id
  const places = async (subject: string): Promise<number[]> => {
    const id = await idOf(subject)
    const rows = await world.app.daybook.database.read(async (transaction) =>
      transaction.all('SELECT uid FROM mail_placement WHERE message_id = ? ORDER BY uid', id),
    )
    return rows.map((row) => Number(row.uid))
  }
  async function noteLanding(subject: string, uid: number): Promise<void> {
    const id = await idOf(subject)
    await world.app.daybook.database.write(async (transaction) => {
      await transaction.run(
        `INSERT INTO mail_placement (workspace_id, mailbox_id, uid, message_id, owner_id, flags, keywords)
          SELECT workspace_id, mailbox_id, ?, message_id, owner_id, flags, keywords FROM mail_placement WHERE message_id = ?`,
        uid,
        id,
      )
      await transaction.run("UPDATE mail_mailbox SET stored_count = stored_count + 1 WHERE path = 'INBOX'")
    })
  }

  it('does not keep a change waiting for ever', async () => {
    await world.app.call(modifyMessages, { messageIds: [await idOf('two')], starred: true })
    await eventually(async () => (await world.app.call(listPendingChanges, {})).items.length === 0)
    expect(await serverContents(world)).toEqual({ INBOX: ['one', 'two \\Flagged'] })
    expect(await places('two')).toEqual([2])
  })

  it('is found out by the next look, since more is here than there', async () => {
    await syncNow(world)
    expect(await places('two')).toEqual([2])
    expect(await places('one')).toEqual([1])
    expect(await serverContents(world)).toEqual({ INBOX: ['one', 'two'] })
  })
})
