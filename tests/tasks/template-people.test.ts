import { expect, it } from 'vitest'
import { removeMember } from '#modules/identity/contract.ts'
import {
  addStep,
  applyTemplate,
  completeTask,
  createTask,
  getTemplate,
  listSteps,
  listTasks,
  previewTemplate,
  saveAsTemplate,
  setRecurrence,
  undoTaskChange,
  updateTemplate,
} from '#modules/tasks/contract.ts'
import { openTasksApp, unknownId } from '#modules/tasks/server/testing/open-tasks-app.ts'
import { addMember } from './add-member.ts'

const zone = 'Europe/Berlin'

it('comes again as its task did, and is whose that was; who has left is left out', async () => {
  await using app = await openTasksApp()
  const ada = await addMember(app, 'Ada')
  const ben = await addMember(app, 'Ben')
  const task = await app.call(createTask, {
    title: 'Send the newsletter',
    dueAt: '2026-11-23T09:00:00Z',
    ownerId: ada.id,
    assignees: [
      { userId: ben.id, role: 'reviewer' },
      { userId: app.owner.id, role: 'helper' },
    ],
  })
  await app.call(setRecurrence, { id: task.id, rule: 'FREQ=WEEKLY;BYDAY=MO', zone, from: 'completion' })
  await app.call(addStep, { taskId: task.id, title: 'Look for typos', minutes: 5 })
  const template = await app.call(saveAsTemplate, { id: task.id, zone })
  const recurrence = { rule: 'FREQ=WEEKLY;BYDAY=MO', zone, from: 'completion', onMiss: 'skip' }
  expect(template).toMatchObject({ ownerId: ada.id, assignees: task.assignees, recurrence })

  const first = await app.call(applyTemplate, { id: template.id, zone })
  expect(first.task).toMatchObject({ ownerId: ada.id, assignees: task.assignees, recurrence })
  expect((await app.call(listSteps, { taskId: first.task.id })).items).toMatchObject([{ ownerId: ada.id }])
  await app.call(completeTask, { id: first.task.id })
  expect((await app.call(listTasks, { q: 'is:repeating' })).items).toHaveLength(2)

  for (const { id } of [ada, ben]) await app.call(removeMember, { id })
  await app.settle()
  const { items } = await app.call(previewTemplate, { id: template.id, zone })
  const rest = { assignees: [{ userId: app.owner.id, role: 'helper' }], recurrence }
  expect(items).toMatchObject([
    { ownerId: null, ...rest },
    { ownerId: null, assignees: [], recurrence: null },
  ])
  const second = await app.call(applyTemplate, { id: template.id, zone })
  expect(second.task).toMatchObject({ ownerId: app.owner.id, ...rest })
  expect(await app.as(app.owner).call(updateTemplate, { id: template.id, ownerId: unknownId })).toMatchObject({
    code: 'member-not-found',
  })
  const alone = { id: template.id, ownerId: null, assignees: [], dropRecurrence: true }
  expect(await app.call(updateTemplate, alone)).toMatchObject({ ownerId: null, assignees: [], recurrence: null })
  expect((await app.call(applyTemplate, { id: template.id, zone })).task.recurrence).toBeNull()
  await app.call(undoTaskChange, {})
  await app.call(undoTaskChange, {})
  expect(await app.call(getTemplate, { id: template.id })).toMatchObject({ assignees: task.assignees, recurrence })
})

it('does not come again where its rule has come to an end, and gets a date by it where it has none', async () => {
  await using app = await openTasksApp({ clock: () => Date.parse('2026-11-18T09:30:00Z') })
  const made = async (rule: string) => {
    const { id } = await app.call(createTask, { title: 'Water', dueAt: '2026-11-23T09:00:00Z' })
    await app.call(setRecurrence, { id, rule, zone })
    const template = await app.call(saveAsTemplate, { id, zone })
    await app.call(updateTemplate, { id: template.id, dueIn: null })
    return (await app.call(applyTemplate, { id: template.id, startOn: '2027-01-06', zone })).task
  }
  expect(await made('FREQ=WEEKLY;UNTIL=20261231T000000Z')).toMatchObject({ recurrence: null, dueAt: null })
  expect(await made('FREQ=WEEKLY;BYDAY=FR')).toMatchObject({
    recurrence: { rule: 'FREQ=WEEKLY;BYDAY=FR' },
    dueAt: '2027-01-08T08:00:00.000Z',
  })
})
