import { expect, it } from 'vitest'
import { createTask, listTasks, updateTask } from '#modules/tasks/contract.ts'
import { openTasksApp, unknownId } from '#modules/tasks/server/testing/open-tasks-app.ts'

it('makes a task one’s own, and takes each person once', async () => {
  await using app = await openTasksApp()
  const me = app.owner.id
  const task = await app.call(createTask, {
    title: 'Write',
    assignees: [
      { userId: me, role: 'helper' },
      { userId: me, role: 'reviewer' },
    ],
  })
  expect(task).toMatchObject({ ownerId: me, assignees: [{ userId: me, role: 'reviewer' }] })
  expect((await app.call(listTasks, { q: 'is:assigned is:mine' })).items).toHaveLength(1)
  expect(await app.call(updateTask, { id: task.id, assignees: [], ownerId: null })).toMatchObject({
    ownerId: null,
    assignees: [],
  })
  expect((await app.call(listTasks, { q: 'is:mine' })).items).toEqual([])
})

it('refuses people who are not of the workspace', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Write' })
  const assignees = [{ userId: unknownId, role: 'helper' as const }]
  for (const refused of [
    await app.as(app.owner).call(createTask, { title: 'Two', assignees }),
    await app.as(app.owner).call(updateTask, { id, assignees }),
    await app.as(app.owner).call(updateTask, { id, ownerId: unknownId }),
  ])
    expect(refused).toMatchObject({ code: 'member-not-found' })
})
