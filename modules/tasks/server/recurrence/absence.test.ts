import { describe, expect, it } from 'vitest'
import { toWall } from '#base/recurrence/occurrences.ts'
import { completeTask, createTask, getRecurrence, setRecurrence } from '../../contract.ts'
import { openTasksApp } from '../testing/open-tasks-app.ts'
import { DAY, open, sweep } from './testing.ts'

/** Sixty days, or as many as lie between two changes of the clock; in Morocco it changes twice around Ramadan. */
const absences = [
  { zone: 'Africa/Casablanca', from: '2027-01-25T09:00:00Z', days: 60, at: '02:30:00' },
  { zone: 'Europe/Berlin', from: '2027-03-01T09:00:00Z', days: 60, at: '02:30:00' },
  { zone: 'Europe/Berlin', from: '2026-10-20T09:00:00Z', days: 165, at: '02:30:00' },
  { zone: 'America/New_York', from: '2026-10-20T09:00:00Z', days: 150, at: '02:30:00' },
  { zone: 'Australia/Lord_Howe', from: '2026-09-20T09:00:00Z', days: 200, at: '02:15:00' },
]

describe.each(absences)('$days days away from $from in $zone, every day at $at', ({ zone, from, days, at }) => {
  const left = Date.parse(from)
  const first = `${toWall(left, zone).slice(0, 10)}T${at}`
  /** Each day of the absence as the wall shows it. */
  const expected = Array.from({ length: days }, (_, day) =>
    new Date(Date.parse(`${first.slice(0, 10)}T00:00:00Z`) + day * DAY).toISOString().slice(0, 10),
  )

  it('passes over what was missed: one task, of the last date, that somebody is asked to do', async () => {
    let now = left
    await using app = await openTasksApp({ clock: () => now })
    const { id } = await app.call(createTask, { title: 'Pills', dueAt: instantOf(first, zone) })
    await app.call(setRecurrence, { id, rule: 'FREQ=DAILY', zone })
    now = Date.parse(instantOf(`${expected.at(-1)}T12:00:00`, zone))
    await sweep(app)
    expect(await sweep(app)).toBe(0)

    const [task, ...others] = await open(app)
    expect(others).toEqual([])
    expect(task!.id).toBe(id)
    expect(toWall(Date.parse(task!.dueAt!), zone)).toBe(`${expected.at(-1)}T${at}`)
    expect(await app.call(getRecurrence, { id })).toMatchObject({ passed: days - 1 })
  })

  it('keeps what was missed: one task at a time, and every day has one', async () => {
    let now = left
    await using app = await openTasksApp({ clock: () => now })
    const { id } = await app.call(createTask, { title: 'Diary', dueAt: instantOf(first, zone) })
    await app.call(setRecurrence, { id, rule: 'FREQ=DAILY', zone, onMiss: 'keep' })
    now = Date.parse(instantOf(`${expected.at(-1)}T12:00:00`, zone))
    await sweep(app)

    const seen: string[] = []
    for (let day = 0; day < days; day++) {
      const [task, ...others] = await open(app)
      expect(others).toEqual([])
      seen.push(toWall(Date.parse(task!.dueAt!), zone).slice(0, 10))
      await app.call(completeTask, { id: task!.id })
    }
    expect(seen).toEqual(expected)
  })
})

it('walks hours of a long absence in one go', async () => {
  let now = Date.UTC(2026, 9, 1)
  await using app = await openTasksApp({ clock: () => now })
  const { id } = await app.call(createTask, { title: 'Look', dueAt: '2026-10-01T01:00:00Z' })
  await app.call(setRecurrence, { id, rule: 'FREQ=HOURLY', zone: 'UTC' })
  now = Date.UTC(2026, 11, 1, 0, 30)
  await sweep(app)
  expect((await open(app)).map(({ dueAt }) => dueAt)).toEqual(['2026-12-01T00:00:00.000Z'])
})

function instantOf(wall: string, zone: string): string {
  const asUtc = Date.parse(`${wall}Z`)
  // One step from the offset at about that time is enough: no test stands within a change.
  const offset = Date.parse(`${toWall(asUtc, zone)}Z`) - asUtc
  return new Date(asUtc - offset).toISOString()
}
