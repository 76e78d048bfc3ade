import { expect, it } from 'vitest'
import { listMembers } from '#modules/identity/contract.ts'
import { completeTask, createProject, deleteTask, getTask, listTasks, quickAddTask } from '../../contract.ts'
import { openTasksApp, stranger } from '../testing/open-tasks-app.ts'

/** A Saturday in November, half past ten in Berlin. */
const SATURDAY = Date.parse('2026-11-21T09:30:00Z')
const here = { zone: 'Europe/Berlin', locale: 'en-GB' }

it('makes a task of one line with all that the line says', async () => {
  await using app = await openTasksApp({ clock: () => SATURDAY })
  const project = await app.call(createProject, { name: 'Website relaunch' })
  const { items } = await app.call(listMembers, {})
  const owner = items.find(({ id }) => id === app.owner.id)!
  await app.takeEvents()
  const task = await app.call(quickAddTask, {
    text: `Send the draft tomorrow 5pm #Office #office +website-relaunch !3 @"${owner.name}" 1h30`,
    ...here,
  })
  expect(task).toMatchObject({
    title: 'Send the draft',
    dueAt: '2026-11-22T16:00:00.000Z',
    labels: ['Office'],
    projectId: project.id,
    priority: 3,
    estimateMin: 90,
    estimateMax: 90,
    assignees: [{ userId: owner.id, role: 'owner' }],
    recurrence: null,
  })
  expect(await app.takeEvents()).toEqual(['tasks.created'])
  expect(await app.call(getTask, { id: task.id })).toEqual(task)
})

it('keeps how often a task comes again, begins on the first of these days and goes on from there', async () => {
  await using app = await openTasksApp({ clock: () => SATURDAY })
  const task = await app.call(quickAddTask, { text: 'Water the plants every other tue at 8am', ...here })
  expect(task).toMatchObject({
    title: 'Water the plants',
    dueAt: '2026-11-24T07:00:00.000Z',
    recurrence: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', zone: 'Europe/Berlin', from: 'due', onMiss: 'skip' },
  })
  await app.call(completeTask, { id: task.id })
  const { items } = await app.call(listTasks, {})
  expect(items).toMatchObject([{ title: 'Water the plants', dueAt: '2026-12-08T07:00:00.000Z' }])
})

it('leaves in the title what nobody knows, what is quoted and what the person put back', async () => {
  await using app = await openTasksApp({ clock: () => SATURDAY })
  const add = async (text: string, literal: string[] = []) =>
    (await app.call(quickAddTask, { text, literal, ...here })).title
  expect(await add('Ask @nobody about +nothing')).toBe('Ask @nobody about +nothing')
  expect(await add('Read "Tomorrow Never Dies" tomorrow')).toBe('Read "Tomorrow Never Dies"')
  expect(await add('Practise tomorrow never knows for friday', ['tomorrow'])).toBe('Practise tomorrow never knows')
  expect(await add('Wednesday')).toBe('Wednesday')
})

it('reads the project of another workspace as plain words', async () => {
  await using app = await openTasksApp()
  await app.call(createProject, { name: 'Ours' })
  const task = await app.as(stranger(app)).call(quickAddTask, { text: 'Look into +Ours', ...here })
  expect(task).toMatchObject({ title: 'Look into +Ours', projectId: null })
})

it('reckons from when the line was written, and stands in the project it was written in', async () => {
  await using app = await openTasksApp({ clock: () => SATURDAY })
  const project = await app.call(createProject, { name: 'Flat' })
  const writtenAt = '2026-11-18T22:30:00Z'
  const late = await app.call(quickAddTask, { text: 'Pay rent tomorrow', projectId: project.id, writtenAt, ...here })
  expect(late).toMatchObject({ dueAt: '2026-11-19T22:59:00.000Z', projectId: project.id })
})

it('asks for a title beside labels, and for a time zone there is', async () => {
  await using app = await openTasksApp()
  await app.takeEvents()
  const add = (input: { text: string; zone?: string }) => app.as(app.owner).call(quickAddTask, input)
  expect(await add({ text: '#home !1' })).toMatchObject({ code: 'no-title' })
  expect(await add({ text: '   ' })).toMatchObject({ code: 'invalid-input' })
  expect(await add({ text: 'Pay rent', zone: 'Europe/Atlantis' })).toMatchObject({ code: 'bad-zone' })
  expect(await app.takeEvents()).toEqual([])
})

it('goes to the trash like any task, for a second thought', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(quickAddTask, { text: 'Pay rent tomorrow', ...here })
  expect(await app.call(deleteTask, { id })).toMatchObject({ deletedAt: expect.any(String) })
})
