import { expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import type { StoredEvent } from '#kernel/context.ts'
import { readEvents } from '#kernel/events/event-store.ts'
import { addNote, doWork, eraseNote, noteAdded } from '#testing/notes/contract.ts'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'

const WRITERS = 24
const EACH = 25

it('numbers what many writers of two processes commit without a gap, and a reader that resumes skips nothing', async () => {
  await using first = await openNotesApp()
  await using second = await openNotesApp({ databaseUrl: first.databaseUrl! })
  const { database } = first.daybook.kernel.services
  const before = await newest()

  const seen: StoredEvent[] = []
  let writing = true
  const reader = (async () => {
    for (let after = before, last = false; !last;) {
      // One more look after the last writer, so that its events are there too.
      last = !writing
      if (last) await first.daybook.kernel.settled()
      for (let more = true; more;) {
        const events = await database.read((transaction) => readEvents(transaction, after, 7))
        seen.push(...events)
        after = events.at(-1)?.position ?? after
        more = events.length > 0
      }
    }
  })()

  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const app = writer % 2 ? first : second
      for (let n = 0; n < EACH; n++) {
        const { id } = await app.call(addNote, { text: `${writer} ${n}` })
        if (n % 5 === 0) await app.call(eraseNote, { id })
      }
    }),
  )
  writing = false
  await reader

  const expected = WRITERS * (EACH + EACH / 5)
  expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: expected }, (_, n) => before + 1 + n))
  expect(new Set(seen.map(({ id }) => id)).size).toBe(expected)
  for (const [subject, events] of Map.groupBy(seen, ({ subjectId }) => subjectId))
    expect(events[0]!.type, `the first of ${subject}`).toBe(noteAdded.name)
  expect(await first.daybook.kernel.verify()).toMatchObject({ ok: true, faults: [] })

  async function newest(): Promise<number> {
    const row = await first.daybook.database.read(async (transaction) =>
      transaction.get('SELECT COALESCE(MAX(position), 0) AS last FROM events'),
    )
    return Number(row!.last)
  }
}, 60_000)

it('gives what a process left behind its place, though that process is gone', async () => {
  await using app = await openNotesApp()
  const { database } = app.daybook
  await database.write(async (transaction) => {
    await transaction.run(
      'INSERT INTO events_unsealed (id, workspace_id, type, subject_id, actor_id, at, data) VALUES (?, ?, ?, ?, ?, ?, ?)',
      uuidv7(),
      app.owner.workspaceId,
      noteAdded.name,
      'left',
      'somebody',
      1,
      '{"id":"left","length":4}',
    )
  })
  const left = async () => {
    const row = await app.daybook.kernel.services.database.read(async (transaction) =>
      transaction.get("SELECT COUNT(*) AS n FROM events WHERE subject_id = 'left'"),
    )
    return Number(row!.n)
  }
  await expect.poll(left, { timeout: 5000 }).toBe(1)
})

it('keeps the events of one command together and in their order', async () => {
  await using app = await openNotesApp()
  app.hooks.commands.emit = async ({ emit }) => {
    for (let n = 0; n < 5; n++) emit(noteAdded, { id: uuidv7(), length: n })
    return {}
  }
  await app.takeEvents()
  await Promise.all(Array.from({ length: 20 }, () => app.as(app.owner).call(doWork, { key: 'emit' })))
  const rows = await app.daybook.database.read(async (transaction) =>
    transaction.all('SELECT data FROM events WHERE type = ? ORDER BY position', noteAdded.name),
  )
  const lengths = rows.map((row) => JSON.parse(String(row.data)).length as number)
  expect(lengths).toHaveLength(100)
  for (let length = 0; length < 5; length++) expect(lengths.filter((other) => other === length)).toHaveLength(20)
})
