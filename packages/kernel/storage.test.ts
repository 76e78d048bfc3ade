import { expect, it } from 'vitest'
import { fillDisk } from '#testing/full-disk.ts'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import { addNote, listNotes } from '#testing/notes/contract.ts'

it('answers a full disk as a declared error over HTTP, loses nothing that was answered, and recovers', async () => {
  await using app = await openNotesApp()
  const { database, kernel } = app.daybook
  const post = async (text: string) => {
    const response = await app.fetch('/api/v1/notes/add', {
      method: 'POST',
      body: JSON.stringify({ text }),
      headers: { 'content-type': 'application/json' },
    })
    return { status: response.status, body: (await response.json()) as { code?: string; retryable?: boolean } }
  }
  const seen = new Set<string>()
  app.hooks.onEvents = async (events) => void events.forEach(({ subjectId }) => seen.add(subjectId))
  const makeRoom = await fillDisk(app, { pages: 12, rows: 12 })
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => post(`${n} ${'x'.repeat(3000)}`)))
  const refused = answers.filter(({ status }) => status !== 200 && status !== 201)
  expect(refused.length).toBeGreaterThan(0)
  for (const { status, body } of refused) {
    expect({ status, code: body.code, retryable: body.retryable }).toEqual({
      status: 507,
      code: 'disk-full',
      retryable: true,
    })
  }
  const stored = answers.length - refused.length
  expect((await app.call(listNotes, {})).items).toHaveLength(stored)

  await makeRoom()
  expect((await post('again')).status).toBeLessThan(300)
  await app.settle()
  // What a full disk held up is delivered; nothing was set aside for it.
  expect(seen.size).toBe(stored + 1)
  const failures = await database.read(async (transaction) => transaction.all('SELECT * FROM event_failures'))
  expect(failures).toEqual([])
  expect(await kernel.verify()).toMatchObject({ ok: true, faults: [] })
}, 30_000)

it('serves readers while a long write is under way', async () => {
  await using app = await openNotesApp()
  await app.call(addNote, { text: 'before' })
  const writes = Array.from({ length: 300 }, (_, n) => app.as(app.owner).call(addNote, { text: `${n}` }))
  const { items } = await app.call(listNotes, {})
  expect(items[0]!.text).toBe('before')
  await Promise.all(writes)
  expect((await app.call(listNotes, {})).items).toHaveLength(301)
})
