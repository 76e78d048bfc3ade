import { expect, it } from 'vitest'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { createProject, reopenTask } from '../../../tasks/contract.ts'
import { estimateDuration, forgetDurations, getModel, learnDurations } from '../../contract.ts'
import { doTasks, repeated } from '../testing/do-tasks.ts'

const MINUTE = 60_000
const open = (clock?: () => number) => openAppOf(['identity', 'tasks', 'insights'], clock ? { clock } : {})
const water = { title: 'Water the plants', spentMinutes: 10 }
const report = { title: 'Write the report', spentMinutes: 180, labels: ['office'] }

it('says how long a task usually takes, and what that leans on', async () => {
  await using app = await open()
  await doTasks(app, [...repeated(9, water), ...repeated(6, report)])
  await app.call(learnDurations, {})
  await app.settle()
  const plants = await app.call(estimateDuration, { title: 'water the  Plants' })
  expect(plants).toMatchObject({
    reference: { kind: 'same-title', n: 9, words: '9 tasks of the same title' },
    learned: 15,
  })
  expect(plants.text).toBe(`usually ${plants.range!.from}-${plants.range!.to} min (n=9)`)
  expect(plants.range!.from).toBeLessThanOrEqual(10)
  expect(plants.range!.to).toBeGreaterThanOrEqual(10)
  const other = await app.call(estimateDuration, { title: 'Something new', labels: ['office'] })
  expect(other.reference).toMatchObject({ kind: 'label', label: 'office', n: 6 })
  expect(other.likely!).toBeGreaterThan(plants.likely!)
})

it('says nothing while too little is known, and leaves the own estimate alone', async () => {
  await using app = await open()
  await doTasks(app, repeated(4, water))
  await app.call(learnDurations, {})
  await app.settle()
  expect(await app.call(estimateDuration, { title: water.title, ownMinutes: 20 })).toEqual({
    range: null,
    text: null,
    likely: null,
    own: 20,
    suggested: 20,
    corrected: false,
    reference: null,
    learned: 4,
  })
})

it('takes a project of the workspace, and refuses one of another', async () => {
  await using app = await open()
  const { id } = await app.call(createProject, { name: 'Garden' })
  expect(await app.call(estimateDuration, { title: 'Dig', projectId: id })).toMatchObject({ range: null })
  const stranger = app.person('owner', '01933b6e-8f00-7000-8000-000000000002')
  const asked = await app.as(stranger).call(estimateDuration, { title: 'Dig', projectId: id })
  expect(asked).toMatchObject({ code: 'project-not-found' })
})

it('learns by itself some minutes after tasks were done, all of them together', async () => {
  const now = Date.UTC(2026, 10, 21, 12)
  await using app = await open(() => now)
  await doTasks(app, repeated(7, water))
  await app.settle()
  expect(await app.call(getModel, {})).toMatchObject({ state: 'none', tasks: 0, backTest: null })
  expect(await waiting(app)).toEqual([now + 5 * MINUTE])
})

it('unlearns what was opened again', async () => {
  await using app = await open()
  const ids = await doTasks(app, repeated(7, water))
  await app.call(learnDurations, {})
  await app.settle()
  expect(await app.call(getModel, {})).toMatchObject({ state: 'learned', tasks: 7, version: 1, backTest: { tasks: 7 } })
  await app.call(reopenTask, { id: ids[0]! })
  await app.call(learnDurations, {})
  await app.settle()
  expect(await app.call(getModel, {})).toMatchObject({ tasks: 6 })
})

it('is of one person: a colleague and another workspace learn nothing from it', async () => {
  await using app = await open()
  await doTasks(app, repeated(8, water))
  await app.call(learnDurations, {})
  await app.settle()
  for (const other of [app.person('member'), app.person('owner', '01933b6e-8f00-7000-8000-000000000001')]) {
    expect(await app.as(other).call(estimateDuration, { title: water.title })).toMatchObject({
      range: null,
      learned: 0,
    })
    expect(await app.as(other).call(getModel, {})).toMatchObject({ state: 'none' })
  }
  const colleague = app.person('member')
  await app.as(colleague).call(learnDurations, {})
  await app.settle()
  expect(await app.as(colleague).call(getModel, {})).toMatchObject({ state: 'learned', tasks: 0 })
})

it('is deleted by its person and stays so until they ask for it again', async () => {
  await using app = await open()
  await doTasks(app, repeated(8, water))
  await app.call(learnDurations, {})
  await app.settle()
  expect(await app.call(forgetDurations, {})).toEqual({ forgotten: true })
  expect(await app.call(forgetDurations, {})).toEqual({ forgotten: false })
  expect(await app.call(getModel, {})).toMatchObject({ state: 'forgotten', tasks: 0, backTest: null })
  const stored = await app.daybook.database.read(async (transaction) =>
    transaction.get('SELECT estimator, back_test FROM insights_model'),
  )
  expect(stored).toEqual({ estimator: null, back_test: null })

  const before = await waiting(app)
  await doTasks(app, repeated(2, water))
  await app.settle()
  expect(await waiting(app)).toEqual(before)
  expect(await app.call(getModel, {})).toMatchObject({ state: 'forgotten' })
  await app.call(learnDurations, {})
  await app.settle()
  expect(await app.call(getModel, {})).toMatchObject({ state: 'learned', tasks: 10 })
})

/** When learning that waits is to begin. */
async function waiting(app: TestApp): Promise<number[]> {
  const rows = await app.daybook.database.read(async (transaction) =>
    transaction.all("SELECT run_at FROM jobs WHERE name = 'insights.learn' AND state = 'queued'"),
  )
  return rows.map((row) => Number(row.run_at))
}
