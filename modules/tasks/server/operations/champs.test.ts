import { describe, expect, it } from 'vitest'
import {
  champsVocabulary,
  completeTask,
  createTask,
  getChamps,
  listTasks,
  setChamps,
  setRecurrence,
  undoTaskChange,
} from '../../contract.ts'
import { suggestChamps } from '../champs/suggest.ts'
import { openTasksApp, stranger } from '../testing/open-tasks-app.ts'

const none = { conversation: null, help: null, activity: null, movement: null, participation: null, success: null }

describe('the facets of a task', () => {
  it('are suggested from its words and stay open until somebody says them', async () => {
    await using app = await openTasksApp()
    const { id } = await app.call(createTask, { title: 'Call the dentist' })
    const read = await app.call(getChamps, { id })
    expect(read.facets).toEqual(none)
    expect(read.suggested).toEqual({
      ...none,
      conversation: 'call',
      help: 'ask-expert',
      activity: 'talk',
      success: 'answer',
    })
  })

  it('are said, changed, taken off and taken back', async () => {
    await using app = await openTasksApp()
    const { id } = await app.call(createTask, { title: 'Write the report' })
    await app.takeEvents()
    const said = await app.call(setChamps, { id, activity: 'write', success: 'good-enough' })
    expect(said.facets).toEqual({ ...none, activity: 'write', success: 'good-enough' })
    expect(await app.takeEvents()).toEqual(['tasks.updated'])
    await app.call(setChamps, { id, activity: 'write' })
    expect(await app.takeEvents()).toEqual([])
    await app.call(setChamps, { id, activity: 'think', success: null })
    expect((await app.call(getChamps, { id })).facets).toEqual({ ...none, activity: 'think' })
    await app.call(undoTaskChange, { taskId: id })
    expect((await app.call(getChamps, { id })).facets).toEqual(said.facets)
  })

  it('find tasks, each by each of its words', async () => {
    await using app = await openTasksApp()
    const write = await app.call(createTask, { title: 'Write' })
    await app.call(createTask, { title: 'Walk' })
    await app.call(setChamps, { id: write.id, activity: 'write', movement: 'seated' })
    const find = async (q: string) => (await app.call(listTasks, { q })).items.map(({ title }) => title)
    expect(await find('activity:write movement:seated')).toEqual(['Write'])
    expect(await find('-activity:write')).toEqual(['Walk'])
    expect(await find('activity:read')).toEqual([])
    for (const [facet, values] of Object.entries(champsVocabulary))
      for (const value of values) expect(Array.isArray(await find(`${facet}:${value}`))).toBe(true)
  })

  it('go on to the next task of a series', async () => {
    await using app = await openTasksApp()
    const { id } = await app.call(createTask, { title: 'Run', dueAt: '2026-11-21T17:00:00Z' })
    await app.call(setChamps, { id, movement: 'out' })
    await app.call(setRecurrence, { id, rule: 'FREQ=DAILY', zone: 'Europe/Berlin' })
    await app.call(completeTask, { id })
    expect((await app.call(listTasks, { q: 'movement:out' })).items).toMatchObject([{ title: 'Run', status: 'inbox' }])
  })

  it('of a task of others are not found', async () => {
    await using app = await openTasksApp()
    const { id } = await app.call(createTask, { title: 'Write' })
    for (const operation of [getChamps, setChamps])
      expect(await app.as(stranger(app)).call(operation, { id })).toMatchObject({ code: 'task-not-found' })
  })
})

it('suggests in three languages, and nothing where no word speaks of it', () => {
  expect(suggestChamps({ title: 'Bericht schreiben', notes: '' })).toMatchObject({
    activity: 'write',
    conversation: 'silent',
  })
  expect(suggestChamps({ title: 'Faire les courses', notes: '' })).toMatchObject({
    activity: 'errand',
    movement: 'out',
  })
  expect(suggestChamps({ title: 'Oslo', notes: '' })).toEqual(none)
  expect(suggestChamps({ title: 'Recall the recipe', notes: '' })).toEqual(none)
})
