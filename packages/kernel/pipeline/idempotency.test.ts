import { expect, it } from 'vitest'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import { addNote, doWork, listNotes } from '#testing/notes/contract.ts'

it('answers a replay with the first answer and does nothing again', async () => {
  await using app = await openNotesApp()
  const owner = app.as(app.owner)
  const first = await owner.call(addNote, { text: 'once' }, { idempotencyKey: 'k' })
  await app.takeEvents()
  expect(await owner.call(addNote, { text: 'once' }, { idempotencyKey: 'k' })).toEqual(first)
  expect(await app.takeEvents()).toEqual([])
  expect((await app.call(listNotes, {})).items).toHaveLength(1)
})

it('refuses the key with another input', async () => {
  await using app = await openNotesApp()
  const owner = app.as(app.owner)
  await owner.call(addNote, { text: 'one' }, { idempotencyKey: 'k' })
  expect(await owner.call(addNote, { text: 'two' }, { idempotencyKey: 'k' })).toMatchObject({
    code: 'idempotency-key-reused',
  })
  expect((await app.call(listNotes, {})).items).toHaveLength(1)
})

it('does the work once when the same request comes many times at once', async () => {
  await using app = await openNotesApp()
  const owner = app.as(app.owner)
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => owner.call(addNote, { text: 'once' }, { idempotencyKey: 'k' })),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect((await app.call(listNotes, {})).items).toHaveLength(1)
})

it('keeps keys apart by person, workspace and operation', async () => {
  await using app = await openNotesApp()
  app.hooks.commands.work = async () => ({ value: 1 })
  const stranger = app.person('owner', '01933b6e-8f00-7000-8000-000000000001')
  for (const actor of [
    app.owner,
    app.person('member'),
    stranger,
    { ...app.owner, workspaceId: stranger.workspaceId },
  ]) {
    expect(await app.as(actor).call(addNote, { text: actor.workspaceId }, { idempotencyKey: 'k' })).toMatchObject({
      text: actor.workspaceId,
    })
  }
  expect(await app.as(app.owner).call(doWork, { key: 'work' }, { idempotencyKey: 'k' })).toEqual({ value: 1 })
})

it('keeps no refusal: what failed may be tried again', async () => {
  await using app = await openNotesApp()
  const owner = app.as(app.owner)
  app.hooks.commands.work = async ({ fail }) => fail('work-refused')
  expect(await owner.call(doWork, { key: 'work' }, { idempotencyKey: 'k' })).toMatchObject({ code: 'work-refused' })
  app.hooks.commands.work = async () => ({ value: 'now' })
  expect(await owner.call(doWork, { key: 'work' }, { idempotencyKey: 'k' })).toEqual({ value: 'now' })
})

it('forgets answers after a day, so that a key may come again and the table stays small', async () => {
  let time = Date.UTC(2026, 0, 1)
  await using app = await openNotesApp({ clock: () => time })
  const owner = app.as(app.owner)
  await owner.call(addNote, { text: 'monday' }, { idempotencyKey: 'k' })
  await owner.call(addNote, { text: 'monday' }, { idempotencyKey: 'other' })
  time += 25 * 60 * 60 * 1000
  expect(await owner.call(addNote, { text: 'tuesday' }, { idempotencyKey: 'k' })).toMatchObject({ text: 'tuesday' })
  const row = await app.daybook.database.read(async (transaction) =>
    transaction.get('SELECT COUNT(*) AS n FROM idempotency'),
  )
  expect(Number(row!.n)).toBe(1)
})
