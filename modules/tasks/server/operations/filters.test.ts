import { expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { createFilter, deleteFilter, listFilters, updateFilter } from '../../contract.ts'
import { openTasksApp, stranger } from '../testing/open-tasks-app.ts'

it('keeps filters under a name, changes and removes them', async () => {
  await using app = await openTasksApp()
  const week = await app.call(createFilter, { name: 'week', q: 'due:<7d' })
  await app.call(createFilter, { name: 'At home', q: 'label:home' })
  expect((await app.call(listFilters, {})).items.map(({ name }) => name)).toEqual(['At home', 'week'])
  const renamed = await app.call(updateFilter, { id: week.id, rev: week.rev, name: 'A week', q: 'due:<8d' })
  expect(renamed).toEqual({ ...week, rev: 2, name: 'A week', q: 'due:<8d' })
  expect(await app.as(app.owner).call(updateFilter, { id: week.id, rev: 1, name: 'Old' })).toMatchObject({
    code: 'stale-revision',
  })
  await app.call(deleteFilter, { id: week.id })
  expect((await app.call(listFilters, {})).items).toHaveLength(1)
  expect(await app.takeEvents()).toEqual(Array(4).fill('tasks.filter-changed'))
})

it('keeps no filter that cannot be read', async () => {
  await using app = await openTasksApp()
  const as = app.as(app.owner)
  expect(await as.call(createFilter, { name: 'x', q: 'lable:home' })).toMatchObject({ code: 'bad-query' })
  const { id } = await app.call(createFilter, { name: 'x', q: 'label:home' })
  expect(await as.call(updateFilter, { id, q: 'due:<' })).toMatchObject({ code: 'bad-query' })
})

it('shows to others of the workspace what is shared, and lets nobody else change it', async () => {
  await using app = await openTasksApp()
  await app.call(createFilter, { name: 'mine', q: 'is:mine' })
  const shared = await app.call(createFilter, { name: 'ours', q: 'is:open', shared: true })
  const colleague = app.as({ ...app.person('member', app.owner.workspaceId), id: uuidv7() })
  expect(await colleague.call(listFilters, {})).toMatchObject({ items: [{ name: 'ours', mine: false }] })
  const notFound = { code: 'filter-not-found' }
  expect(await colleague.call(updateFilter, { id: shared.id, name: 'theirs' })).toMatchObject(notFound)
  expect(await colleague.call(deleteFilter, { id: shared.id })).toMatchObject(notFound)
  expect(await app.as(stranger(app)).call(listFilters, {})).toEqual({ items: [] })
})
