import { expect, it } from 'vitest'
import { listNotices } from '#modules/notifications/contract.ts'
import {
  addComment,
  createTask,
  deleteComment,
  deleteTask,
  getComment,
  listComments,
  undoTaskChange,
  updateComment,
} from '#modules/tasks/contract.ts'
import { openTasksApp, stranger, unknownId } from '#modules/tasks/server/testing/open-tasks-app.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import { addMember } from './add-member.ts'

it('keeps comments of a task, newest first, page by page', async () => {
  await using app = await openTasksApp()
  const task = await app.call(createTask, { title: 'Book the hall' })
  for (const body of ['One', 'Two', 'Three']) await app.call(addComment, { taskId: task.id, body })
  const first = await app.call(listComments, { taskId: task.id, limit: 2 })
  const second = await app.call(listComments, { taskId: task.id, limit: 2, cursor: first.next! })
  expect([...first.items, ...second.items].map(({ body }) => body)).toEqual(['Three', 'Two', 'One'])
  expect(second.next).toBeNull()
  expect(await app.takeEvents()).toContain('tasks.comment-changed')
  expect(await app.as(app.owner).call(addComment, { taskId: unknownId, body: 'Lost' })).toMatchObject({
    code: 'task-not-found',
  })
})

it('is edited and deleted by who wrote it alone, and an undo brings it back', async () => {
  await using app = await openTasksApp()
  const ben = await addMember(app, 'Ben')
  const task = await app.call(createTask, { title: 'Book the hall' })
  const comment = await app.call(addComment, { taskId: task.id, body: 'The hall is free' })
  for (const refused of [
    await app.as(ben).call(updateComment, { id: comment.id, body: 'It is not' }),
    await app.as(ben).call(deleteComment, { id: comment.id }),
  ])
    expect(refused).toMatchObject({ code: 'not-your-comment' })
  for (const refused of [
    await app.as(stranger(app)).call(getComment, { id: comment.id }),
    await app.as(stranger(app)).call(deleteComment, { id: comment.id }),
  ])
    expect(refused).toMatchObject({ code: 'comment-not-found' })

  const edited = await app.call(updateComment, { id: comment.id, rev: 1, body: 'The hall is free on Friday' })
  expect(edited).toMatchObject({ rev: 2, editedAt: expect.any(String) })
  expect(await app.as(app.owner).call(updateComment, { id: comment.id, rev: 1, body: 'Old' })).toMatchObject({
    code: 'stale-revision',
  })
  const { changeId } = await app.call(deleteComment, { id: comment.id })
  expect((await app.call(listComments, { taskId: task.id })).items).toEqual([])
  expect(await app.call(undoTaskChange, { changeId: changeId! })).toMatchObject({ undone: 1, taskIds: [task.id] })
  expect((await app.call(listComments, { taskId: task.id })).items).toMatchObject([
    { id: comment.id, body: 'The hall is free on Friday' },
  ])
  await app.call(deleteTask, { id: task.id })
  expect(await app.as(app.owner).call(getComment, { id: comment.id })).toMatchObject({ code: 'comment-not-found' })
})

it('tells whom it mentions, once, and neither oneself nor anybody from elsewhere', async () => {
  await using app = await openAppOf(['identity', 'mail', 'tasks', 'notifications'])
  const ben = await addMember(app, 'Ben')
  const guest = await addMember(app, 'Gil', 'guest')
  const task = await app.call(createTask, { title: 'Book the hall' })
  const at = (name: string, id: string) => `@[${name}](${id})`
  const comment = await app.call(addComment, {
    taskId: task.id,
    body: `${at('Ben', ben.id)} and ${at('me', app.owner.id)}, ${at('Gil', guest.id)}, ${at('Nobody', unknownId)}`,
  })
  expect(comment.mentions).toEqual([ben.id, app.owner.id])
  await app.call(updateComment, { id: comment.id, body: `Again ${at('Ben', ben.id)}` })
  await app.settle()
  expect(await app.as(ben).call(listNotices, {})).toMatchObject({
    items: [
      { kind: 'mention', title: 'Owner mentioned you: Book the hall', record: { kind: 'tasks.task', id: task.id } },
    ],
  })
  expect((await app.call(listNotices, {})).items).toEqual([])
  expect(await app.as(guest).call(listNotices, {})).toMatchObject({ items: [] })
})
