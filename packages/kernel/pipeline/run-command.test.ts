import { expect, it } from 'vitest'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import { addNote, adminOnly, doWork, listNotes, noteAdded, noteErased, workJob } from '#testing/notes/contract.ts'
import { listAudit } from '../builtin/contract.ts'
import { uuidv7 } from '#base/ids.ts'

it('keeps rows, events, audit and jobs together, or none of them', async () => {
  await using app = await openNotesApp()
  await app.takeEvents()
  app.hooks.jobs.later = async () => undefined
  const everything = async (end: 'fails' | 'throws' | 'ends') => {
    app.hooks.commands.work = async ({ db, emit, enqueue, link, fail }) => {
      const id = uuidv7()
      await db.insertInto('notes_note').values({ id, text: end }).execute()
      emit(noteAdded, { id, length: 4 })
      await enqueue(workJob, { key: 'later' })
      await link({ kind: 'notes.note', id }, { kind: 'notes.note', id }, 'self')
      if (end === 'fails') return fail('work-refused')
      if (end === 'throws') throw new Error('A bug')
      return { id }
    }
    return app.as(app.owner).call(doWork, { key: 'work' })
  }
  const counts = () =>
    app.daybook.database.read(async (transaction) => {
      const count = async (table: string) => Number((await transaction.get(`SELECT COUNT(*) AS n FROM ${table}`))!.n)
      return {
        notes: await count('notes_note'),
        events: await count('events'),
        jobs: await count('jobs'),
        links: await count('links'),
      }
    })
  const before = await counts()
  expect(await everything('fails')).toMatchObject({ code: 'work-refused' })
  await expect(everything('throws')).rejects.toThrow('A bug')
  expect(await counts()).toEqual(before)
  expect((await app.call(listAudit, { operation: 'notes.do-work' })).items).toEqual([])

  await everything('ends')
  expect(await counts()).toEqual({
    notes: before.notes + 1,
    events: before.events + 1,
    jobs: before.jobs + 1,
    links: before.links + 1,
  })
  expect((await app.call(listAudit, { operation: 'notes.do-work' })).items).toMatchObject([
    { outcome: 'ok', actorId: app.owner.id, surface: 'test' },
  ])
  await app.settle()
})

it('undoes one command of a batch and keeps its neighbours', async () => {
  await using app = await openNotesApp()
  app.hooks.commands.refused = async ({ db, fail }) => {
    await db.insertInto('notes_note').values({ id: uuidv7(), text: 'refused' }).execute()
    return fail('work-refused')
  }
  const owner = app.as(app.owner)
  await Promise.all([
    owner.call(addNote, { text: 'one' }),
    owner.call(doWork, { key: 'refused' }),
    owner.call(addNote, { text: 'two' }),
  ])
  expect((await app.call(listNotes, {})).items.map(({ text }) => text)).toEqual(['one', 'two'])
})

it('takes undeclared errors, events and answers for the bugs they are', async () => {
  await using app = await openNotesApp()
  const work = (handler: (typeof app.hooks.commands)[string]) => {
    app.hooks.commands.work = handler
    return app.as(app.owner).call(doWork, { key: 'work' })
  }
  await expect(work(async ({ fail }) => fail('never-declared' as never))).rejects.toThrow(
    'notes.do-work did not declare the error never-declared',
  )
  await expect(work(async ({ fail }) => fail('constructor' as never))).rejects.toThrow('did not declare')
  await expect(work(async ({ emit }) => emit(noteErased, { id: uuidv7() }))).rejects.toThrow(
    'does not declare that it emits notes.erased',
  )
  await expect(work(async ({ emit }) => emit(noteAdded, { id: 'no id', length: 1 }))).rejects.toThrow(
    'This is not an id',
  )
  await expect(work(async () => ({ id: 7 }))).rejects.toThrow('answered what it does not declare')
  expect(await work(async ({ fail }) => fail('stale-revision', { detail: 'Look again' }))).toMatchObject({
    code: 'stale-revision',
    detail: 'Look again',
  })
})

it('refuses a handler that waits for more than its database', async () => {
  await using app = await openNotesApp()
  const wait = async () => {
    // Turns of the event loop and no clock: a timer that is due already comes before whoever looks for it.
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
    return {}
  }
  app.hooks.commands.wait = wait
  app.hooks.queries.wait = wait
  const { database } = app.daybook
  await expect(app.as(app.owner).call(doWork, { key: 'wait' })).rejects.toThrow('belong in a job')
  const { lookAt } = await import('#testing/notes/contract.ts')
  await expect(app.as(app.owner).call(lookAt, { key: 'wait' })).rejects.toThrow('belong in a job')
  expect(await database.checkIntegrity()).toEqual([])
})

it('sees one instant from beginning to end', async () => {
  let time = 1_800_000_000_000
  await using app = await openNotesApp({ clock: () => (time += 1000) })
  app.hooks.commands.twice = async ({ now }) => ({ value: now() - now() })
  expect(await app.call(doWork, { key: 'twice' })).toEqual({ value: 0 })
})

it('writes refusals down: one entry each for people, one a minute for nobody in particular', async () => {
  const app = await openNotesApp()
  const guest = app.person('member')
  expect(await app.as(guest).call(adminOnly, {})).toMatchObject({ code: 'not-allowed' })
  for (let n = 0; n < 5; n++)
    expect(
      (
        await app.fetch('/api/v1/notes/add', {
          method: 'POST',
          anonymous: true,
          headers: { authorization: 'Bearer wrong' },
        })
      ).status,
    ).toBe(401)
  const { database, kernel } = app.daybook
  await expect
    .poll(async () => (await app.call(listAudit, { operation: 'notes.admin-only' })).items)
    .toMatchObject([{ outcome: 'not-allowed', actorId: guest.id }])
  await kernel.stop()
  const rows = await database.read(async (transaction) =>
    transaction.all(
      "SELECT a.outcome, d.after FROM audit a JOIN audit_detail d ON d.n = a.n WHERE a.actor_id = 'anonymous'",
    ),
  )
  expect(rows.map((row) => ({ ...row }))).toEqual([{ outcome: 'not-signed-in', after: '{"refusals":5}' }])
  await app[Symbol.asyncDispose]()
})

it('never writes a secret down', async () => {
  await using app = await openNotesApp()
  const owner = app.as(app.owner)
  await owner.call(addNote, { text: 'hello', hint: 'open sesame' }, { idempotencyKey: 'k' })
  const text = await app.daybook.database.read(async (transaction) =>
    JSON.stringify([
      await transaction.all('SELECT * FROM audit_detail'),
      await transaction.all('SELECT * FROM idempotency'),
    ]),
  )
  expect(text).toContain('[secret]')
  expect(text).not.toContain('sesame')
})
