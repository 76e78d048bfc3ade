import { expect, it } from 'vitest'
import { find } from '#modules/search/contract.ts'
import { reviewCapture } from '#modules/tasks/contract.ts'
import { uuidv7 } from '#base/ids.ts'
import { createCapture, deleteCapture, getCapture, listCaptures, restoreCapture } from '../../contract.ts'
import { dump, openCaptureApp } from '../testing/open-capture-app.ts'

const TEXT = 'Call the dentist tomorrow and buy milk, eggs and bread.\nI want to learn Spanish'

it('keeps the words to the letter before anything reads them, then says what they were read as', async () => {
  await using app = await openCaptureApp()
  const written = await app.call(createCapture, { text: `  ${TEXT}\n`, locale: 'en-GB', zone: 'Europe/Berlin' })
  expect(written).toMatchObject({ text: `  ${TEXT}\n`, state: 'reading', readBy: null, items: [] })
  await app.settle()
  const read = await app.call(getCapture, { id: written.id })
  expect(read).toMatchObject({ text: `  ${TEXT}\n`, state: 'open', readBy: 'rules', title: TEXT.split('\n')[0] })
  expect(read.items.map(({ kind, text, chosen }) => [kind, text, chosen])).toEqual([
    ['task', 'Call the dentist tomorrow', true],
    ['shopping', 'Milk', true],
    ['shopping', 'Eggs', true],
    ['shopping', 'Bread', true],
    ['goal', 'Learn Spanish', true],
  ])
  expect(await app.takeEvents()).toEqual(expect.arrayContaining(['capture.created', 'capture.read']))
})

it('is the own of its person: nobody else reads, lists or finds it', async () => {
  await using app = await openCaptureApp()
  const { id } = await dump(app, 'Buy a surprise for Ada')
  for (const other of [app.person('admin'), app.person('owner', uuidv7())]) {
    expect(await app.as(other).call(getCapture, { id })).toMatchObject({ code: 'capture-not-found' })
    expect(await app.as(other).call(deleteCapture, { id })).toMatchObject({ code: 'capture-not-found' })
    expect(await app.as(other).call(listCaptures, {})).toMatchObject({ items: [] })
    expect(await app.as(other).call(find, { q: 'surprise' })).toMatchObject({ items: [] })
  }
  expect(await app.call(find, { q: 'surprise', type: 'capture' })).toMatchObject({ items: [{ id }] })
})

it('is deleted with a way back, and leaves list and search meanwhile', async () => {
  await using app = await openCaptureApp()
  const { id } = await dump(app, 'The zoo has giraffes')
  await app.call(deleteCapture, { id })
  await app.settle()
  expect(await app.call(listCaptures, {})).toMatchObject({ items: [] })
  expect(await app.call(listCaptures, { view: 'deleted' })).toMatchObject({ items: [{ id }] })
  expect(await app.call(find, { q: 'giraffes' })).toMatchObject({ items: [] })
  await app.call(restoreCapture, { id })
  await app.settle()
  expect(await app.call(find, { q: 'giraffes' })).toMatchObject({ items: [{ id }] })
  expect(await app.call(getCapture, { id })).toMatchObject({ deletedAt: null, items: [{ kind: 'note' }] })
})

it('lists the newest first, a page at a time', async () => {
  await using app = await openCaptureApp()
  for (const text of ['One', 'Two', 'Three']) await app.call(createCapture, { text })
  const first = await app.call(listCaptures, { limit: 2 })
  expect(first.items.map(({ title }) => title)).toEqual(['Three', 'Two'])
  const second = await app.call(listCaptures, { limit: 2, cursor: first.next! })
  expect(second.items.map(({ title }) => title)).toEqual(['One'])
  expect(second.next).toBeNull()
})

it('forgets for good what was deleted a month ago, once something new is written', async () => {
  let now = Date.parse('2026-11-18T09:30:00Z')
  await using app = await openCaptureApp({ clock: () => now })
  const { id } = await app.call(createCapture, { text: 'Old' })
  await app.settle()
  await app.call(deleteCapture, { id })
  now += 31 * 86_400_000
  await app.call(createCapture, { text: 'New' })
  expect(await app.as(app.owner).call(getCapture, { id })).toMatchObject({ code: 'capture-not-found' })
  expect(await app.takeEvents()).toContain('capture.erased')
})

it('refuses what says nothing, and a time zone that there is not', async () => {
  await using app = await openCaptureApp()
  expect(await app.as(app.owner).call(createCapture, { text: ' \n ' })).toMatchObject({ code: 'invalid-input' })
  expect(await app.as(app.owner).call(createCapture, { text: 'A', zone: 'Berlin/Europe' })).toMatchObject({
    code: 'bad-zone',
  })
})

it('is written once under the id that it was given, and reckons from when it was written', async () => {
  let now = Date.parse('2026-11-18T09:30:00Z')
  await using app = await openCaptureApp({ clock: () => now })
  const id = uuidv7()
  const dump = { id, text: 'Call the dentist tomorrow', zone: 'Europe/Berlin', writtenAt: '2026-11-10T08:00:00.000Z' }
  expect(await app.call(createCapture, dump)).toMatchObject({ id, createdAt: dump.writtenAt })
  now += 3 * 86_400_000
  await app.settle()
  expect(await app.call(createCapture, { ...dump, writtenAt: '2026-11-11T08:00:00.000Z' })).toMatchObject({
    createdAt: dump.writtenAt,
    state: 'open',
  })
  expect((await app.call(listCaptures, {})).items).toHaveLength(1)
  const { items } = await app.call(reviewCapture, { id })
  expect(JSON.stringify(items)).toContain('2026-11-11')
  // Nothing is written in days to come, and nobody takes another's place.
  expect(await app.call(createCapture, { text: 'Later', writtenAt: '2030-01-01T00:00:00Z' })).toMatchObject({
    createdAt: new Date(now).toISOString(),
  })
  for (const other of [app.person('member'), app.person('owner', uuidv7())])
    expect(await app.as(other).call(createCapture, dump)).toMatchObject({ code: 'id-taken' })
})
