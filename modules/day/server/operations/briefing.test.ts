import { expect, it } from 'vitest'
import { createTask } from '../../../tasks/contract.ts'
import { getBriefing, listCards } from '../../contract.ts'
import { berlin as zone, openDayApp } from '../testing/open-day-app.ts'

it('tells of a day with nothing in it', async () => {
  await using app = await openDayApp('2026-11-22T10:00:00Z')
  expect(await app.call(getBriefing, { zone })).toMatchObject({
    day: '2026-11-22',
    text: 'Nothing is due today.',
    due: [],
    answers: [],
    suggestions: [],
  })
})

it('sorts what is due by the person’s own day, with the four fields and at most three suggestions', async () => {
  await using app = await openDayApp('2026-11-21T23:30:00Z')
  await app.call(createTask, { title: 'Yesterday', dueAt: '2026-11-21T18:00:00Z' })
  await app.call(createTask, { title: 'Just after midnight', dueAt: '2026-11-21T23:15:00Z', priority: 3 })
  await app.call(createTask, { title: 'By its deadline', deadlineOn: '2026-11-22' })
  await app.call(createTask, { title: 'Late this evening', dueAt: '2026-11-22T22:30:00Z' })
  await app.call(createTask, { title: 'Tomorrow', dueAt: '2026-11-22T23:30:00Z' })
  await app.call(createTask, { title: 'Some day that matters', priority: 2 })
  await app.call(createTask, { title: 'Some day' })
  await app.call(createTask, { title: 'From Ada', status: 'waiting' })
  const briefing = await app.call(getBriefing, { zone })
  const titles = (tasks: { title: string }[]) => tasks.map(({ title }) => title).sort()
  expect(titles(briefing.stillOpen)).toEqual(['Yesterday'])
  expect(titles(briefing.due)).toEqual(['By its deadline', 'Just after midnight', 'Late this evening'])
  expect(titles(briefing.waiting)).toEqual(['From Ada'])
  expect(titles(briefing.matrix.urgentImportant)).toEqual(['Just after midnight'])
  expect(titles(briefing.matrix.important)).toEqual(['Some day that matters'])
  expect(titles(briefing.matrix.urgent)).toHaveLength(4)
  expect(titles(briefing.matrix.neither)).toEqual(['From Ada', 'Some day'])
  expect(briefing.suggestions).toHaveLength(3)
  for (const { reasons } of briefing.suggestions) expect(reasons.length).toBeGreaterThan(0)
  expect(briefing.text).toBe(
    '3 tasks due today and one task waiting for somebody. One task from before is still open, and may stay so.',
  )
})

it('shows nothing of what belongs to others', async () => {
  await using app = await openDayApp('2026-11-22T10:00:00Z')
  await app.call(createTask, { title: 'Mine', dueAt: '2026-11-22T11:00:00Z' })
  const colleague = app.as(app.person('member'))
  expect(await colleague.call(getBriefing, { zone })).toMatchObject({ due: [], suggestions: [], open: 0 })
  expect(await colleague.call(listCards, {})).toEqual({ items: [], next: null })
})

it('lays out cards of what is to be decided, page by page', async () => {
  await using app = await openDayApp('2026-11-22T10:00:00Z')
  await app.call(createTask, { title: 'Presses', priority: 3 })
  await app.call(createTask, { title: 'Begun', status: 'doing' })
  await app.call(createTask, { title: 'New' })
  const first = await app.call(listCards, { limit: 1 })
  expect(first.items).toMatchObject([{ task: { title: 'Presses' }, reasons: ['Priority 3 of 3'] }])
  const second = await app.call(listCards, { limit: 1, cursor: first.next! })
  expect(second).toMatchObject({ items: [{ task: { title: 'New' } }], next: null })
})
