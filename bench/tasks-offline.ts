import { openTasksApp } from '#modules/tasks/server/testing/open-tasks-app.ts'
import { runSchedule } from '../tests/tasks/offline/schedule.ts'
import { atLeast, below, type Check } from './lib/check.ts'
import { say } from './lib/say.ts'

const SCHEDULES = 2000
const QUICK_SCHEDULES = 300

/**
 * `tasks.offline`: two clients change the same tasks in random schedules, online, offline and in between, with calls
 * and answers that get lost, windows that close in the middle and two windows at once. No edit may be lost, both have to
 * show the same in the end, and nothing may have happened twice.
 */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  const schedules = quick ? QUICK_SCHEDULES : SCHEDULES
  const clock = { now: Date.now() }
  await using app = await openTasksApp({ clock: () => clock.now })
  const began = performance.now()
  let [faulty, edits, versions] = [0, 0, 0]
  for (let seed = 1; seed <= schedules; seed++) {
    const outcome = await runSchedule(app, clock, seed)
    for (const fault of outcome.faults) say(`seed ${seed}: ${fault}`)
    if (outcome.faults.length > 0) faulty++
    edits += outcome.edits
    versions += outcome.versions
  }
  const seconds = Math.round((performance.now() - began) / 1000)
  say(`${edits} edits in ${schedules} schedules, ${versions} kept as versions, in ${seconds} s`)
  return {
    checks: [
      below('schedules in which an edit is lost, clients differ, or something happens twice', faulty, 1),
      atLeast('schedules', schedules, schedules, { edits, versions, seconds }),
    ],
  }
}
