import { expect, it } from 'vitest'
import { doWork, lookAt } from '#testing/notes/contract.ts'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'

const note = (id: string) => ({ kind: 'notes.note', id })

it('is read both ways, once however often it is made, in its workspace alone', async () => {
  await using app = await openNotesApp()
  const stranger = app.person('owner', '01933b6e-8f00-7000-8000-000000000001')
  app.hooks.commands.link = async ({ link }) => {
    await link(note('a'), note('b'), 'follows')
    await link(note('a'), note('b'), 'follows')
    await link(note('a'), note('c'), 'quotes')
    return {}
  }
  app.hooks.queries.links = async ({ links }) => ({ value: [await links(note('a')), await links(note('b'))] })
  await app.call(doWork, { key: 'link' })
  const { value } = await app.call(lookAt, { key: 'links' })
  const [ofA, ofB] = value as [unknown[], unknown[]]
  expect(ofA).toHaveLength(2)
  expect(ofA).toContainEqual({ record: note('b'), relation: 'follows', direction: 'out' })
  expect(ofB).toEqual([{ record: note('a'), relation: 'follows', direction: 'in' }])
  expect(await app.as(stranger).call(lookAt, { key: 'links' })).toEqual({ value: [[], []] })
})

it('goes with its record, both ways, in its workspace alone', async () => {
  await using app = await openNotesApp()
  const stranger = app.person('owner', '01933b6e-8f00-7000-8000-000000000001')
  app.hooks.commands.link = async ({ link }) => {
    await link(note('a'), note('b'), 'follows')
    await link(note('c'), note('a'), 'quotes')
    return {}
  }
  app.hooks.commands.unlink = async ({ unlinkAll }) => {
    await unlinkAll(note('a'))
    return {}
  }
  app.hooks.queries.links = async ({ links }) => ({ value: (await links(note('a'))).length })
  for (const actor of [app.owner, stranger]) await app.as(actor).call(doWork, { key: 'link' })
  await app.call(doWork, { key: 'unlink' })
  expect(await app.call(lookAt, { key: 'links' })).toEqual({ value: 0 })
  expect(await app.as(stranger).call(lookAt, { key: 'links' })).toEqual({ value: 2 })
})
