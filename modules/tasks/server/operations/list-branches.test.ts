import { expect, it } from 'vitest'
import { completeTask, createTask, deleteTask, listBranches, moveTask, type Branch } from '../../contract.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'

it('lists the tops of trees, and what stands under one in its order with what is done', async () => {
  await using app = await openTasksApp()
  await app.call(createTask, { title: 'alone' })
  const trip = await app.call(createTask, { title: 'trip', level: 3 })
  const [train, bags, gone] = await Promise.all(
    ['train', 'bags', 'gone'].map((title) => app.call(createTask, { title, parentId: trip.id })),
  )
  await app.call(createTask, { title: 'ticket', parentId: train!.id })
  await app.call(moveTask, { id: bags!.id, parentId: trip.id, afterId: null })
  await app.call(completeTask, { id: bags!.id })
  await app.call(deleteTask, { id: gone!.id })

  expect((await app.call(listBranches, {})).items.map(inShort)).toEqual(['trip 1/2'])
  expect((await app.call(listBranches, { parentId: trip.id })).items.map(inShort)).toEqual(['bags 0/0', 'train 0/1'])
})

it('pages through many children without losing or repeating one', async () => {
  await using app = await openTasksApp()
  const top = await app.call(createTask, { title: 'top', level: 3 })
  for (let n = 0; n < 7; n++) await app.call(createTask, { title: `${n}`, parentId: top.id })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: Branch[]; next: string | null } = await app.call(listBranches, {
      parentId: top.id,
      limit: 3,
      ...(cursor && { cursor }),
    })
    seen.push(...page.items.map(({ task }) => task.title))
    cursor = page.next
  } while (cursor)
  expect(seen).toEqual(['0', '1', '2', '3', '4', '5', '6'])
})

it('knows no tasks of others', async () => {
  await using app = await openTasksApp()
  const top = await app.call(createTask, { title: 'top', level: 3 })
  await app.call(createTask, { title: 'below', parentId: top.id })
  const notFound = { code: 'task-not-found' }
  expect(await app.as(stranger(app)).call(listBranches, { parentId: top.id })).toMatchObject(notFound)
  expect(await app.as(stranger(app)).call(listBranches, {})).toEqual({ items: [], next: null })
  expect(await app.as(app.owner).call(listBranches, { parentId: unknownId })).toMatchObject(notFound)
})

const inShort = ({ task, done, children }: Branch) => `${task.title} ${done}/${children}`
