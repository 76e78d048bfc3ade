import { expect, it } from 'vitest'
import { getConnection } from '#modules/connections/contract.ts'
import { listJobs } from '#kernel/builtin/contract.ts'
import { syncMail } from '#modules/mail/contract.ts'
import { beginFollow, beginSync } from '#modules/mail/server/sync/internal.ts'
import { systemActor } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { startMailServer } from '../sending/mail-server.ts'
import { connect, openSendingApp } from '../sending/sending-app.ts'

it('has no sync to fail where an account only sends', async () => {
  await using server = await startMailServer()
  await using app = await openSendingApp({ notices: true })
  const { id } = await connect(app, server)
  await app.settle()
  const actor = systemActor('test', app.owner.workspaceId, app.owner.id)
  for (const begin of [beginFollow, beginSync]) await app.daybook.kernel.callAs(actor, begin, { connectionId: id })
  await app.settle()
  expect(await app.call(getConnection, { id })).toMatchObject({ state: 'active', problem: null })
  const { items } = await app.call(listJobs, {})
  expect(items.filter(({ state }) => state === 'failed')).toEqual([])
  expect(items.map(({ name }) => name)).toContain('mail.sync')

  const asked = await app.as(app.owner).call(syncMail, { connectionId: id })
  expect(asked).toBeInstanceOf(Failure)
  expect((asked as Failure).code).toBe('sends-only')
  expect(((await app.as(app.owner).call(syncMail, {})) as Failure).code).toBe('nothing-to-sync')
})
