import { expect, it } from 'vitest'
import { addNote, doWork, eraseNote } from '#testing/notes/contract.ts'
import { everyRow } from '#testing/outside.ts'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { newHooks } from '#testing/notes/module.ts'
import type { StoredEvent } from '../context.ts'
import { commonFailure, FailureError } from '../failure.ts'

it('numbers events without a gap, whatever is rolled back between them', async () => {
  await using app = await openNotesApp()
  app.hooks.commands.refused = async (context) => {
    await app.hooks.commands.emit!(context)
    return context.fail('work-refused')
  }
  const { noteAdded } = await import('#testing/notes/contract.ts')
  app.hooks.commands.emit = async ({ emit }) => {
    emit(noteAdded, { id: crypto.randomUUID(), length: 1 })
    return {}
  }
  const owner = app.as(app.owner)
  await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      n % 3 ? owner.call(addNote, { text: `${n}` }) : owner.call(doWork, { key: 'refused' }),
    ),
  )
  const positions = (await everyRow(app, 'events')).map((row) => Number(row.position))
  expect(positions).toEqual(positions.map((_, n) => n + 1))
  expect(positions.length).toBeGreaterThanOrEqual(40)
  expect(await app.daybook.kernel.verify()).toMatchObject({ ok: true })
})

it('keeps no text of people in an event', async () => {
  await using app = await openNotesApp()
  await app.call(addNote, { text: 'private words' })
  expect(JSON.stringify(await everyRow(app, 'events'))).not.toContain('private')
})

it('delivers each event to a subscription, in order, as the system on the workspace', async () => {
  await using app = await openNotesApp()
  const seen: StoredEvent[] = []
  app.hooks.onEvents = async (events, context) => {
    expect(context.workspaceId).toBe(app.owner.workspaceId)
    seen.push(...events)
  }
  for (let n = 0; n < 30; n++) await app.call(addNote, { text: `${n}` })
  await app.settle()
  expect(seen.map(({ position }) => position)).toEqual([...seen.map(({ position }) => position)].sort((a, b) => a - b))
  expect(seen).toHaveLength(30)
  expect(seen[0]).toMatchObject({ type: 'notes.added', actorId: app.owner.id, data: { length: 1 } })
})

it('keeps the workspaces of a batch apart', async () => {
  await using app = await openNotesApp()
  const seen: [string, string[]][] = []
  app.hooks.onEvents = async (events, { workspaceId }) =>
    void seen.push([workspaceId, events.map((event) => event.workspaceId)])
  const stranger = app.person('owner', '01933b6e-8f00-7000-8000-000000000001')
  await Promise.all(
    Array.from({ length: 10 }, (_, n) => app.as(n % 2 ? app.owner : stranger).call(addNote, { text: 'x' })),
  )
  await app.settle()
  expect(new Set(seen.map(([workspaceId]) => workspaceId)).size).toBe(2)
  for (const [workspaceId, of] of seen) expect(of.every((id) => id === workspaceId)).toBe(true)
})

it('tries again what failed, and goes on where it was', async () => {
  await using app = await openNotesApp()
  const seen: number[] = []
  let failures = 0
  app.hooks.onEvents = async (events) => {
    if (failures++ < 2) throw new Error('Not now')
    seen.push(...events.map(({ position }) => position))
  }
  const notes = await Promise.all(Array.from({ length: 5 }, (_, n) => app.call(addNote, { text: `${n}` })))
  await app.settle()
  expect(seen).toHaveLength(notes.length)
  expect(await everyRow(app, 'event_failures')).toEqual([])
})

it('sets an event aside that cannot be handled, keeps why, and goes on with the rest', async () => {
  await using app = await openNotesApp()
  const seen: string[] = []
  const notes = []
  for (let n = 0; n < 40; n++) notes.push(await app.call(addNote, { text: `${n}` }))
  await app.settle()
  app.hooks.onEvents = async (events) => {
    const poison = events.find(({ data }) => data.length === 6)
    for (const event of events) {
      if (event === poison) throw new Error('Indigestible')
      seen.push(event.subjectId)
    }
  }
  const owner = app.as(app.owner)
  const texts = Array.from({ length: 40 }, (_, n) => (n === 20 ? 'poison' : 'ok'))
  const added = (await Promise.all(texts.map((text) => owner.call(addNote, { text })))) as { id: string }[]
  await app.settle()
  expect(await everyRow(app, 'event_failures')).toMatchObject([
    { subscription: 'notes.reader', subject_id: added[20]!.id, error: 'Indigestible' },
  ])
  expect(new Set(seen)).toEqual(new Set(added.map(({ id }) => id).filter((_, n) => n !== 20)))
  // At least once, yet not over and over: the events before the bad one are not told again for each that follows.
  expect(seen.length).toBeLessThan(100)
}, 20_000)

it('sets nothing aside for a reason that passes, such as a full disk', async () => {
  await using app = await openNotesApp()
  const seen: string[] = []
  let failures = 0
  app.hooks.onEvents = async (events) => {
    if (failures++ < 5) throw new FailureError(commonFailure('disk-full'))
    seen.push(...events.map(({ subjectId }) => subjectId))
  }
  const note = await app.call(addNote, { text: 'patient' })
  await app.settle()
  expect(seen).toEqual([note.id])
  expect(await everyRow(app, 'event_failures')).toEqual([])
}, 20_000)

it('delivers after a restart what it had no time for, and repeats rather than loses', async () => {
  await using folder = await temporaryFolder()
  const seen: string[] = []
  const added: string[] = []
  {
    await using app = await openNotesApp({ dataFolder: folder.path })
    app.hooks.onEvents = async () => {
      throw new Error('Never here')
    }
    for (let n = 0; n < 5; n++) added.push((await app.call(addNote, { text: `${n}` })).id)
  }
  const hooks = newHooks()
  hooks.onEvents = async (events) => void seen.push(...events.map(({ subjectId }) => subjectId))
  await using app = await openNotesApp({ dataFolder: folder.path, hooks })
  await app.settle()
  expect(seen).toEqual(added)
})

it('moves a projection and its cursor together', async () => {
  await using app = await openNotesApp()
  let broken = true
  app.hooks.onProject = (events) => {
    if (broken && events.some(({ data }) => data.length === 5)) {
      broken = false
      throw new Error('Half way')
    }
  }
  for (const text of ['one', 'three', 'seven']) await app.call(addNote, { text })
  await app.settle()
  expect((await everyRow(app, 'notes_length')).map((row) => row.length).sort()).toEqual([3, 5, 5])
})

it('rebuilds a projection byte for byte', async () => {
  await using app = await openNotesApp()
  const stranger = app.person('owner', '01933b6e-8f00-7000-8000-000000000001')
  const notes: { id: string }[] = []
  for (let n = 0; n < 57; n++)
    notes.push(
      (await app.as(n % 3 ? app.owner : stranger).call(addNote, { text: 'x'.repeat(1 + (n % 7)) })) as { id: string },
    )
  for (const n of [1, 4, 50]) await app.call(eraseNote, { id: notes[n]!.id })
  await app.settle()
  const before = JSON.stringify(await everyRow(app, 'notes_length'))
  expect(JSON.parse(before)).toHaveLength(54)
  await app.daybook.kernel.services.dispatcher.replay('notes.lengths')
  expect(JSON.stringify(await everyRow(app, 'notes_length'))).toBe(before)
})

it('replays no subscription that acts', async () => {
  await using app = await openNotesApp()
  await expect(app.daybook.kernel.services.dispatcher.replay('notes.reader')).rejects.toThrow('not a projection')
  await expect(app.daybook.kernel.services.dispatcher.replay('nobody')).rejects.toThrow('There is no projection')
})
