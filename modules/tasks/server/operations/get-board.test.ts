import { expect, it } from 'vitest'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { completeTask, createProject, createTask, getBoard, listTasks, type BoardColumn } from '../../contract.ts'
import { openTasksApp, stranger } from '../testing/open-tasks-app.ts'

it('shows a column for each status with its count and limit, what matters most on top', async () => {
  await using app = await openTasksApp()
  for (const [title, status, priority] of [
    ['later', 'next', 0],
    ['first', 'next', 3],
    ['begun', 'doing', 0],
  ] as const)
    await app.call(createTask, { title, status, priority })
  const { id } = await app.call(createTask, { title: 'ended' })
  await app.call(completeTask, { id })

  const { columns } = await app.call(getBoard, {})
  expect(columns.map(({ status, count, wipLimit, items }) => [status, count, wipLimit, items.map(titleOf)])).toEqual([
    ['inbox', 0, null, []],
    ['next', 2, null, ['first', 'later']],
    ['doing', 1, 5, ['begun']],
    ['waiting', 0, null, []],
    ['done', 1, null, ['ended']],
  ])
  const value = { inbox: null, next: 4, doing: 1, waiting: null }
  await app.call(updateSetting, { name: 'tasks.wip-limits', value })
  expect((await app.call(getBoard, {})).columns.map(({ wipLimit }) => wipLimit)).toEqual([null, 4, 1, null, null])
})

it('goes on below a column where its cards end', async () => {
  await using app = await openTasksApp()
  for (let n = 0; n < 9; n++) await app.call(createTask, { title: `${n}`, status: 'next', priority: n % 4 })
  const column = columnOf(await app.call(getBoard, { limit: 4 }), 'next')
  expect(column).toMatchObject({ count: 9, more: false })
  const whole = await app.call(listTasks, { status: 'next', sort: 'priority' })
  const rest = await app.call(listTasks, { status: 'next', sort: 'priority', cursor: column.next! })
  expect([...column.items, ...rest.items]).toEqual(whole.items)
})

it('holds what a filter and a project let pass, and nothing of others', async () => {
  await using app = await openTasksApp()
  const { id: projectId } = await app.call(createProject, { name: 'Site' })
  await app.call(createTask, { title: 'in it', projectId, labels: ['home'], status: 'next' })
  await app.call(createTask, { title: 'elsewhere', labels: ['home'] })
  await app.call(createTask, { title: 'plain', projectId })
  const titles = async (input: object) =>
    (await app.call(getBoard, input)).columns.flatMap(({ items }) => items.map(titleOf))
  expect(await titles({ projectId })).toEqual(['plain', 'in it'])
  expect(await titles({ q: 'label:home' })).toEqual(['elsewhere', 'in it'])
  expect(await titles({ q: 'label:home status:next' })).toEqual(['in it'])
  expect(await app.as(app.owner).call(getBoard, { q: 'lable:home' })).toMatchObject({ code: 'bad-query' })
  const theirs = await app.as(stranger(app)).call(getBoard, { projectId })
  expect(theirs).toMatchObject({ code: 'project-not-found' })
  const { columns } = (await app.as(stranger(app)).call(getBoard, {})) as { columns: BoardColumn[] }
  expect(columns.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0])
})

const titleOf = ({ title }: { title: string }) => title
const columnOf = ({ columns }: { columns: BoardColumn[] }, status: string) =>
  columns.find((column) => column.status === status)!
