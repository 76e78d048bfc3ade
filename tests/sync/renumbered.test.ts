import { chmod, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dovecotMissing } from '#testing/dovecot.ts'
import { messageCalled, rows } from '../mail/mail-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { connect, mailboxes, openSyncApp, syncNow, type SyncApp } from './lib/sync-app.ts'

describe.skipIf(dovecotMissing() !== null)(
  'a message with copies in mailboxes numbered anew',
  { timeout: 90_000 },
  () => {
    let sync: SyncApp
    beforeEach(async () => {
      sync = await openSyncApp()
      const { dovecot } = sync
      for (const subject of ['one', 'two']) await dovecot.deliver(mailText({ subject, id: subject }))
      // What the copies say differs: seen in one, starred in another.
      await dovecot.run([
        ...['CREATE Work', 'CREATE Zoo', 'SELECT INBOX', 'COPY 1 Work', 'COPY 1 Zoo'],
        ...['STORE 1 +FLAGS (\\Seen)', 'SELECT Zoo', 'STORE 1 +FLAGS (\\Flagged)'],
      ])
      await connect(sync)
      await syncNow(sync)
      await sync.app.takeEvents()
    }, 60_000)
    afterEach(() => sync?.[Symbol.asyncDispose]())

    const messageEvents = async () => (await sync.app.takeEvents()).filter((name) => name.startsWith('mail.message'))

    it.each([[['INBOX']], [['Zoo']], [['INBOX', 'Zoo', 'Work']]])('stays as it is: %s', async (renumbered) => {
      const before = await messageCalled(sync.app, 'one')
      expect(before).toMatchObject({ seen: true, starred: true, place: 'inbox' })
      expect(before.labels).toHaveLength(2)
      for (const mailbox of renumbered) await sync.dovecot.renumber(mailbox)
      await syncNow(sync)
      expect(await messageEvents()).toEqual([])
      expect(await messageCalled(sync.app, 'one')).toEqual(before)
      expect(await rows(sync.app, 'SELECT * FROM mail_orphan')).toEqual([])
    })

    it('becomes what is left of it where a copy was erased meanwhile', async () => {
      const { id } = await messageCalled(sync.app, 'one')
      const folder = join(sync.dovecot.folderOf('Zoo'), 'cur')
      for (const name of await readdir(folder)) await rm(join(folder, name))
      await sync.dovecot.renumber('Zoo')
      await syncNow(sync)
      expect(await messageEvents()).toEqual(['mail.message-changed'])
      const after = await messageCalled(sync.app, 'one')
      expect(after).toMatchObject({ id, seen: true, starred: false, place: 'inbox' })
      expect(after.labels).toHaveLength(1)
    })

    it('does not wait for a mailbox that is refused: what another copy says counts, and it comes back with it', async () => {
      const { app, dovecot } = sync
      const before = await messageCalled(app, 'one')
      await dovecot.renumber('Zoo')
      await chmod(dovecot.folderOf('Zoo'), 0)
      await dovecot.run(['SELECT INBOX', 'STORE 1 -FLAGS (\\Seen)'])
      await syncNow(sync)
      expect((await mailboxes(sync)).get('Zoo')).toMatchObject({ state: 'failing' })
      expect(await messageCalled(app, 'one')).toMatchObject({ id: before.id, seen: false })
      await chmod(dovecot.folderOf('Zoo'), 0o755)
      await syncNow(sync)
      expect(await messageCalled(app, 'one')).toMatchObject({ id: before.id, seen: false, labels: before.labels })
    })

    it('loses the label of a folder from which it was moved to another', async () => {
      await sync.dovecot.run(['SELECT INBOX', 'UID MOVE 2 Work'])
      await syncNow(sync)
      await sync.dovecot.run(['SELECT Work', 'UID MOVE 2 Zoo'])
      await syncNow(sync)
      const { labels } = await messageCalled(sync.app, 'two')
      expect(labels).toHaveLength(1)
    })
  },
)
