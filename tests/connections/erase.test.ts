import { expect, it } from 'vitest'
import { systemActor } from '#kernel/actor.ts'
import { deleteUser, removeMember } from '#modules/identity/contract.ts'
import { storeConnection } from '#modules/connections/server/internal.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import { everyRow } from '#testing/outside.ts'
import { People } from '../access/callers.ts'

it('takes the accounts of a deleted person away, with their secrets, and leaves those of others', async () => {
  await using app = await openAppOf(['identity', 'connections'])
  const ben = await new People(app).add('Ben', 'member')
  for (const [name, id] of [
    ['ada', app.owner.id],
    ['ben', ben.id],
  ] as const) {
    const address = `${name}@example.test`
    const account = { provider: 'google', address, name, imap: null, smtp: null, refreshToken: `token of ${name}` }
    await app.daybook.kernel.callAs(systemActor('adding', app.owner.workspaceId, id), storeConnection, account)
  }
  await app.takeEvents()
  await app.call(deleteUser, { id: ben.id, name: 'Ben' })
  await app.settle()
  expect(await app.takeEvents()).toContain('connections.removed')
  expect(await everyRow(app, 'connections_connection')).toMatchObject([{ owner_id: app.owner.id }])
  expect(await everyRow(app, 'connections_directory')).toHaveLength(1)
  expect(await everyRow(app, 'connections_secret')).toHaveLength(1)
  expect(await everyRow(app, 'connections_revocation')).toEqual([])
})

it('lets the accounts of somebody rest who left the workspace', async () => {
  await using app = await openAppOf(['identity', 'connections'])
  const ben = await new People(app).add('Ben', 'member')
  const account = { provider: 'imap', address: 'ben@example.test', name: 'Ben', imap: null, smtp: null }
  const adding = systemActor('adding', app.owner.workspaceId, ben.id)
  await app.daybook.kernel.callAs(adding, storeConnection, { ...account, password: 'hush' })
  await app.call(removeMember, { id: ben.id })
  await app.settle()
  expect(await everyRow(app, 'connections_connection')).toMatchObject([{ owner_id: ben.id, state: 'paused' }])
})
