import { expect, it } from 'vitest'
import { acceptHabits, archiveHabit, createHabit, listHabits, undoHabits } from '#modules/day/contract.ts'
import {
  acceptCapture,
  completeTask,
  createTask,
  getTask,
  listProjects,
  listSteps,
  listTasks,
  reviewCapture,
  undoCapture,
} from '#modules/tasks/contract.ts'
import { changeItem, chooseItems, getCapture, importPlan } from '../../contract.ts'
import { dump, openCaptureApp } from '../testing/open-capture-app.ts'

const MANY = `Call the dentist tomorrow #health !2
Buy milk, eggs and bread
I want to run a marathon by October
Meditate every day
The landlord's number is 555 1234`

const clock = () => Date.parse('2026-11-18T09:30:00Z')

it('shows what would be made, piece by piece', async () => {
  await using app = await openCaptureApp({ clock })
  const { id } = await dump(app, MANY)
  const { items } = await app.call(reviewCapture, { id })
  expect(items.map(({ becomes, kind, title, hint }) => [becomes, kind, title, hint !== null])).toEqual([
    ['task', 'task', 'Call the dentist', false],
    ['task', 'shopping', 'Milk', false],
    ['task', 'shopping', 'Eggs', false],
    ['task', 'shopping', 'Bread', false],
    ['project', 'task', 'Run a marathon', false],
    ['habit', 'task', 'Meditate', true],
    ['note', 'task', "The landlord's number is 555 1234", true],
  ])
  expect(items[0]).toMatchObject({ dueAt: '2026-11-19T22:59:00.000Z', labels: ['health'], priority: 2 })
  expect(items[4]).toMatchObject({ targetOn: expect.stringMatching(/^2027-10-/) })
  expect(items[5]).toMatchObject({ hint: 'Becomes a habit, 7 times a week' })
})

it('makes all that is chosen once, however often it is accepted', async () => {
  await using app = await openCaptureApp({ clock })
  const { id } = await dump(app, MANY)
  await app.takeEvents()
  const first = await app.call(acceptCapture, { id })
  expect([first.made.length, first.habits, first.kept]).toEqual([5, 1, 1])
  expect((await app.takeEvents()).filter((name) => name === 'tasks.created')).toHaveLength(4)
  const again = await app.call(acceptCapture, { id })
  expect(again.made).toEqual([])
  await app.settle()
  expect(await app.call(acceptCapture, { id })).toMatchObject({ made: [], kept: 0 })

  expect((await app.call(listTasks, {})).items).toHaveLength(4)
  expect((await app.call(listTasks, { q: 'kind:shopping' })).items.map(({ title }) => title)).toEqual([
    'Bread',
    'Eggs',
    'Milk',
  ])
  expect((await app.call(listProjects, {})).items).toMatchObject([
    { name: 'Run a marathon', outcome: 'I want to run a marathon by October', targetOn: '2027-10-01' },
  ])
  expect((await app.call(acceptHabits, { id })).made).toEqual([])
  expect((await app.call(listHabits, {})).items).toMatchObject([{ name: 'Meditate', times: 7 }])
  expect(await app.call(getCapture, { id })).toMatchObject({
    state: 'closed',
    items: Array.from({ length: 7 }, () => ({ accepted: true })),
  })
})

it('makes it once when two accept at the same time', async () => {
  await using app = await openCaptureApp({ clock })
  const { id } = await dump(app, 'Buy milk and eggs')
  await Promise.all([1, 2, 3].map(() => app.as(app.owner).call(acceptCapture, { id })))
  expect((await app.call(listTasks, {})).items).toHaveLength(2)
})

it('makes some, changed ones as they were changed, and leaves what is not chosen', async () => {
  await using app = await openCaptureApp({ clock })
  const { id, items } = await dump(app, 'Call mum. Call dad. Call Ada')
  await app.call(chooseItems, { id, chosen: false })
  await app.call(changeItem, { id: items[1]!.id, text: 'Call dad tonight #family', kind: 'task', chosen: true })
  const { made } = await app.call(acceptCapture, { id })
  expect(made).toMatchObject([{ itemId: items[1]!.id, title: 'Call dad' }])
  expect(await app.call(getTask, { id: made[0]!.record.id })).toMatchObject({ labels: ['family'], kind: 'task' })
  await app.settle()
  expect(await app.as(app.owner).call(changeItem, { id: items[1]!.id, kind: 'goal' })).toMatchObject({
    code: 'already-accepted',
  })
  const named = await app.call(acceptCapture, { id, itemIds: [items[0]!.id] })
  expect(named.made).toMatchObject([{ title: 'Call mum' }])
})

it('is taken back as a whole, and offered again', async () => {
  await using app = await openCaptureApp({ clock })
  const { id } = await dump(app, MANY)
  await app.call(acceptCapture, { id })
  await app.settle()
  expect(await app.call(undoCapture, { id })).toEqual({ undone: 7 })
  await app.settle()
  expect((await app.call(listHabits, {})).items).toEqual([])
  expect((await app.call(listTasks, {})).items).toEqual([])
  expect((await app.call(listProjects, {})).items).toMatchObject([{ archived: true }])
  expect(await app.call(getCapture, { id })).toMatchObject({
    state: 'open',
    items: Array.from({ length: 7 }, () => ({ accepted: false })),
  })
  expect(await app.as(app.owner).call(undoCapture, { id })).toMatchObject({ code: 'nothing-accepted' })
  expect((await app.call(acceptCapture, { id })).made).toHaveLength(5)
  await app.settle()
  expect((await app.call(listHabits, {})).items).toHaveLength(1)
})

it('makes a habit alone, puts it away by undo though nobody has waited, and takes back what the day made', async () => {
  await using app = await openCaptureApp({ clock })
  const { id, items } = await dump(app, 'Meditate every day. Buy milk')
  const itemIds = [items.find(({ kind }) => kind === 'habit')!.id]
  expect(await app.call(acceptCapture, { id, itemIds })).toMatchObject({ made: [], habits: 1, kept: 0 })
  expect(await app.call(undoCapture, { id, itemIds })).toEqual({ undone: 1 })
  await app.settle()
  expect((await app.call(listHabits, {})).items).toEqual([])
  expect((await app.call(listTasks, {})).items).toEqual([])
  expect((await app.call(acceptHabits, { id, itemIds })).made).toHaveLength(1)
  await app.settle()
  expect(await app.call(undoCapture, { id })).toEqual({ undone: 1 })
  await app.settle()
  expect((await app.call(listHabits, {})).items).toEqual([])
  expect((await app.call(acceptHabits, { id, itemIds })).made).toHaveLength(1)
  expect(await app.call(undoHabits, { id })).toEqual({ undone: 1 })
})

it('keeps a habit offered where there are a hundred already, and makes it when there is room', async () => {
  await using app = await openCaptureApp({ clock })
  const { id } = await dump(app, 'Meditate every day. Buy milk')
  const hundred = []
  for (let n = 1; n <= 100; n++) hundred.push(await app.call(createHabit, { name: `Habit ${n}` }))
  expect(await app.call(acceptCapture, { id })).toMatchObject({ made: [{ title: 'Milk' }], habits: 1 })
  await app.settle()
  expect(await app.call(getCapture, { id })).toMatchObject({ state: 'open' })
  expect((await app.call(listHabits, {})).items).toHaveLength(100)
  await app.call(archiveHabit, { id: hundred[0]!.id })
  expect(await app.call(acceptCapture, { id })).toMatchObject({ made: [], habits: 1 })
  await app.settle()
  expect(await app.call(getCapture, { id })).toMatchObject({ state: 'closed' })
  expect((await app.call(listHabits, {})).items.map(({ name }) => name)).toContain('Meditate')
})

it('points out open tasks that say nearly the same, and none that are done', async () => {
  await using app = await openCaptureApp({ clock })
  const open = await app.call(createTask, { title: 'Call the dentist about Monday' })
  const done = await app.call(createTask, { title: 'Renew my passport' })
  await app.call(completeTask, { id: done.id })
  const { id } = await dump(app, 'Call dentist Monday. Renew the passport. Paint the fence')
  const { items } = await app.call(reviewCapture, { id })
  expect(items.map(({ similar }) => similar.map((task) => task.id))).toEqual([[open.id], [], []])
})

it('makes of a plan what stands in it, word for word, with its steps', async () => {
  await using app = await openCaptureApp({ clock })
  const plan = {
    title: 'Sourdough',
    source: 'https://video.example/1',
    items: [
      { title: 'Watch Friday Night Lights tomorrow !1 +Work', minutes: 15, due: '2026-12-24', labels: ['deep work'] },
      { title: 'Feed the starter', steps: ['Weigh flour', 'Stir'], notes: 'Twice a day' },
      { title: 'Flour', kind: 'shopping' as const },
    ],
  }
  const capture = await app.call(importPlan, {
    text: `Sure:\n\`\`\`json\n${JSON.stringify(plan)}\n\`\`\`\nEnjoy`,
    zone: 'UTC',
  })
  expect(capture).toMatchObject({ origin: 'plan', state: 'open', title: 'Sourdough' })
  const { made } = await app.call(acceptCapture, { id: capture.id })
  const [first, second, third] = await Promise.all(made.map(({ record }) => app.call(getTask, { id: record.id })))
  expect(first).toMatchObject({
    title: 'Watch Friday Night Lights tomorrow !1 +Work',
    priority: 0,
    estimateMax: 15,
    labels: ['deep work'],
    dueAt: '2026-12-24T23:59:00.000Z',
    notes: 'From https://video.example/1',
  })
  expect(third).toMatchObject({ kind: 'shopping' })
  expect((await app.call(listSteps, { taskId: second!.id })).items.map(({ title }) => title)).toEqual([
    'Weigh flour',
    'Stir',
  ])
})

it('says what is wrong with a plan, place by place, and keeps nothing', async () => {
  await using app = await openCaptureApp()
  const bad = { items: [{ title: 'Fine' }, { title: '', due: 'soon', minutes: 1.5, extra: 1 }] }
  const refusal = await app.as(app.owner).call(importPlan, { text: JSON.stringify(bad) })
  expect(refusal).toMatchObject({ code: 'bad-plan' })
  const pointers = (refusal as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)
  expect(pointers).toEqual(expect.arrayContaining(['/items/1/title', '/items/1/due', '/items/1/minutes']))
  expect(await app.as(app.owner).call(importPlan, { text: 'I cannot watch videos.' })).toMatchObject({
    code: 'bad-plan',
  })
  expect(await app.as(app.owner).call(importPlan, { text: '{"items": [' })).toMatchObject({ code: 'bad-plan' })
})
