import { expect, it } from 'vitest'
import { doWork, greeting, quota } from '#testing/notes/contract.ts'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import type { Actor } from '../actor.ts'
import { listAudit, listSettings, updateSetting } from '../builtin/contract.ts'

async function openApp() {
  const app = await openNotesApp()
  app.hooks.commands.read = async ({ setting }) => ({ value: [await setting(greeting), await setting(quota)] })
  const read = async (actor: Actor) => ((await app.as(actor).call(doWork, { key: 'read' })) as { value: unknown }).value
  return Object.assign(app, { read })
}

it('has its default until somebody changes it', async () => {
  await using app = await openApp()
  expect(await app.read(app.owner)).toEqual(['Hello', 100])
  const { items } = await app.call(listSettings, {})
  expect(items.find(({ name }) => name === 'notes.quota')).toMatchObject({
    level: 'workspace',
    value: 100,
    default: 100,
  })
})

it('is a person’s own, or a workspace’s, as it says', async () => {
  await using app = await openApp()
  const colleague = app.person('member')
  const stranger = app.person('owner', '01933b6e-8f00-7000-8000-000000000001')
  await app.call(updateSetting, { name: 'notes.greeting', value: 'Moin' })
  await app.call(updateSetting, { name: 'notes.quota', value: 7 })
  expect(await app.read(app.owner)).toEqual(['Moin', 7])
  expect(await app.read(colleague)).toEqual(['Hello', 7])
  expect(await app.read(stranger)).toEqual(['Hello', 100])
})

it('is held to its schema, and a workspace’s to its admins', async () => {
  await using app = await openApp()
  const member = app.as(app.person('member'))
  const owner = app.as(app.owner)
  expect(await owner.call(updateSetting, { name: 'notes.quota', value: 0 })).toMatchObject({ code: 'bad-setting' })
  expect(await owner.call(updateSetting, { name: 'notes.nothing', value: 0 })).toMatchObject({
    code: 'setting-not-found',
  })
  expect(await member.call(updateSetting, { name: 'notes.quota', value: 5 })).toMatchObject({ code: 'setting-refused' })
  expect(await member.call(updateSetting, { name: 'notes.greeting', value: 'Hey' })).toMatchObject({ value: 'Hey' })
  expect(await app.read(app.owner)).toEqual(['Hello', 100])
})

it('goes back to the default when its schema no longer takes what was kept', async () => {
  await using app = await openApp()
  await app.call(updateSetting, { name: 'notes.quota', value: 7 })
  await app.daybook.database.write(
    async (transaction) => void (await transaction.run("UPDATE settings SET value = '-1'")),
  )
  expect(await app.read(app.owner)).toEqual(['Hello', 100])
})

it('says before and after in the audit trail', async () => {
  await using app = await openApp()
  await app.call(updateSetting, { name: 'notes.quota', value: 7 })
  const { items } = await app.call(listAudit, { operation: 'settings.update' })
  expect(items).toMatchObject([{ before: { value: 100 }, after: { value: 7 } }])
})
