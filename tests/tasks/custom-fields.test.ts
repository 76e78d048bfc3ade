import { expect, it } from 'vitest'
import {
  createField,
  createTask,
  listFields,
  listTasks,
  setField,
  undoTaskChange,
  updateField,
} from '#modules/tasks/contract.ts'
import { openTasksApp, stranger, unknownId } from '#modules/tasks/server/testing/open-tasks-app.ts'
import type { TestApp } from '#testing/test-app.ts'
import { addMember } from './add-member.ts'

const found = async (app: TestApp, q: string) =>
  (await app.call(listTasks, { q })).items.map(({ title }) => title).sort()

it('gives tasks typed values, which filters find', async () => {
  await using app = await openTasksApp()
  const ben = await addMember(app, 'Ben')
  const field = {
    venue: await app.call(createField, { name: 'Venue', kind: 'text' }),
    cost: await app.call(createField, { name: 'Cost', kind: 'number' }),
    day: await app.call(createField, { name: 'Rehearsal', kind: 'date' }),
    colour: await app.call(createField, { name: 'Colour', kind: 'choice', choices: ['Dark red', 'Blue'] }),
    paid: await app.call(createField, { name: 'Paid', kind: 'flag' }),
    cook: await app.call(createField, { name: 'Cook', kind: 'person' }),
  }
  const [hall, tent] = [await app.call(createTask, { title: 'Hall' }), await app.call(createTask, { title: 'Tent' })]
  const set = (taskId: string, fieldId: string, value: string | number | boolean) =>
    app.call(setField, { taskId, fieldId, value })
  await set(hall.id, field.venue.id, 'The Small Hall')
  await set(hall.id, field.cost.id, 120.5)
  await set(hall.id, field.day.id, '2099-11-20')
  await set(hall.id, field.colour.id, 'Dark red')
  await set(hall.id, field.paid.id, true)
  await set(hall.id, field.cook.id, app.owner.id)
  await set(tent.id, field.cost.id, '80')
  await set(tent.id, field.cook.id, ben.id)
  await set(tent.id, field.paid.id, false)

  for (const [q, titles] of [
    ['venue:small', ['Hall']],
    ['cost:>100', ['Hall']],
    ['cost:80..120.5', ['Hall', 'Tent']],
    ['cost:<80', []],
    ['cost:120.5', ['Hall']],
    ['rehearsal:>2099-11-01', ['Hall']],
    ['rehearsal:<2099-11-01', []],
    ['colour:"dark red"', ['Hall']],
    ['colour:dark*', ['Hall']],
    ['colour:green', []],
    ['paid:yes', ['Hall']],
    ['paid:no', ['Tent']],
    ['cook:me', ['Hall']],
    [`cook:${ben.id}`, ['Tent']],
    ['-cook:me cost:>0', ['Tent']],
    ['cost:>100 OR cost:<100', ['Hall', 'Tent']],
  ] as const)
    expect([q, await found(app, q)]).toEqual([q, titles])
  expect(await app.as(app.owner).call(listTasks, { q: 'place:small' })).toMatchObject({ code: 'bad-query' })
})

it('shows values where they are asked for, and nowhere else', async () => {
  await using app = await openTasksApp()
  const cost = await app.call(createField, { name: 'Cost (EUR)', kind: 'number' })
  expect(cost.key).toBe('cost-eur')
  const task = await app.call(createTask, { title: 'Hall' })
  await app.call(createTask, { title: 'Tent' })
  await app.call(setField, { taskId: task.id, fieldId: cost.id, value: 12 })
  expect((await app.call(listTasks, {})).items.some((item) => 'fields' in item)).toBe(false)
  const { items } = await app.call(listTasks, { fields: true })
  expect(items.map(({ fields }) => fields)).toEqual([{}, { 'cost-eur': 12 }])
  expect((await app.call(listFields, { taskId: task.id })).items).toMatchObject([{ key: 'cost-eur', value: 12 }])
  expect((await app.call(listFields, {})).items).toMatchObject([{ value: null }])
})

it('refuses what a field does not take, and words that filters know', async () => {
  await using app = await openTasksApp()
  const task = await app.call(createTask, { title: 'Hall' })
  const make = (input: Parameters<typeof createField.input.parse>[0]) =>
    app.as(app.owner).call(createField, input as { name: string; kind: 'text' })
  expect(await make({ name: 'Due', kind: 'date', key: 'due' })).toMatchObject({ code: 'field-key-taken' })
  expect(await make({ name: 'Due', kind: 'date' })).toMatchObject({ key: 'due-2' })
  expect(await make({ name: '予算', kind: 'number' })).toMatchObject({ key: 'field' })
  expect(await make({ name: 'Kind of cake', kind: 'choice' })).toMatchObject({ code: 'choices-needed' })
  const cook = await app.call(createField, { name: 'Cook', kind: 'person' })
  const refused = async (taskId: string, fieldId: string, value: string | number) =>
    app.as(app.owner).call(setField, { taskId, fieldId, value })
  expect(await refused(task.id, cook.id, unknownId)).toMatchObject({ code: 'bad-value' })
  expect(await refused(task.id, unknownId, 'x')).toMatchObject({ code: 'field-not-found' })
  expect(await refused(unknownId, cook.id, app.owner.id)).toMatchObject({ code: 'task-not-found' })
  const elsewhere = app.as(stranger(app))
  expect(await elsewhere.call(setField, { taskId: task.id, fieldId: cook.id, value: null })).toMatchObject({
    code: 'task-not-found',
  })
  expect(await elsewhere.call(updateField, { id: cook.id, name: 'Mine' })).toMatchObject({ code: 'field-not-found' })
  expect(await elsewhere.call(listFields, {})).toEqual({ items: [] })
})

it('puts a value back by an undo, and a field away with a way back', async () => {
  await using app = await openTasksApp()
  const venue = await app.call(createField, { name: 'Venue', kind: 'text' })
  const task = await app.call(createTask, { title: 'Hall' })
  for (const value of ['One', 'Two', null]) await app.call(setField, { taskId: task.id, fieldId: venue.id, value })
  const value = async () => (await app.call(listFields, { taskId: task.id })).items[0]?.value
  expect(await value()).toBeNull()
  await app.call(undoTaskChange, { taskId: task.id })
  expect(await value()).toBe('Two')
  await app.call(undoTaskChange, { taskId: task.id })
  expect(await value()).toBe('One')

  await app.call(updateField, { id: venue.id, archived: true })
  expect(await value()).toBeUndefined()
  expect(await app.as(app.owner).call(listTasks, { q: 'venue:one' })).toMatchObject({ code: 'bad-query' })
  await app.call(updateField, { id: venue.id, archived: false })
  expect(await found(app, 'venue:one')).toEqual(['Hall'])
})
