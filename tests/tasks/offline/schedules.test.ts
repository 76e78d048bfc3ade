import { expect, it } from 'vitest'
import { openTasksApp } from '#modules/tasks/server/testing/open-tasks-app.ts'
import { runSchedule } from './schedule.ts'
import { thoroughly } from '#testing/thoroughly.ts'

const SCHEDULES = Number(process.env.DAYBOOK_SCHEDULES ?? thoroughly(300))

it('loses no edit, ends alike and does nothing twice, whatever two clients do offline and online', async () => {
  const clock = { now: Date.now() }
  await using app = await openTasksApp({ clock: () => clock.now })
  let edits = 0
  let versions = 0
  for (let seed = 1; seed <= SCHEDULES; seed++) {
    const outcome = await runSchedule(app, clock, seed)
    expect(outcome.faults, `seed ${seed}`).toEqual([])
    edits += outcome.edits
    versions += outcome.versions
  }
  // A run in which little happens would show little.
  expect(edits).toBeGreaterThan(SCHEDULES * 3)
  expect(versions).toBeGreaterThan(SCHEDULES / 10)
}, 480_000)
