import { expect, it } from 'vitest'
import { createTask, getTask, swipeTask, undoTaskChange } from '../../contract.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'

it.each([
  ['left', 'dropped'],
  ['up', 'waiting'],
  ['right', 'doing'],
] as const)('swiped %s is %s, and one undo puts it back', async (direction, status) => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Decide' })
  const { task, changeId } = await app.call(swipeTask, { id, direction })
  expect(task.status).toBe(status)
  await app.call(undoTaskChange, { changeId: changeId! })
  expect(await app.call(getTask, { id })).toMatchObject({ status: 'inbox' })
})

it('refuses what is not there, of another workspace, older or ended', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Decide' })
  const swipe = (input: object) => app.as(app.owner).call(swipeTask, { id, direction: 'left', ...input })
  expect(await swipe({ id: unknownId })).toMatchObject({ code: 'task-not-found' })
  expect(await app.as(stranger(app)).call(swipeTask, { id, direction: 'left' })).toMatchObject({
    code: 'task-not-found',
  })
  expect(await swipe({ rev: 9 })).toMatchObject({ code: 'stale-revision' })
  await swipe({})
  expect(await swipe({ direction: 'right' })).toMatchObject({ task: { status: 'doing' } })
})
