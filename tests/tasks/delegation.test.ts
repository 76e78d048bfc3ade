import { expect, it } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import {
  answerDelegation,
  completeTask,
  createAgent,
  createProject,
  createTask,
  delegateTask,
  deleteTask,
  getTask,
  listAgents,
  listDelegations,
  listTasks,
  undoTaskChange,
  updateAgent,
  type Delegation,
} from '#modules/tasks/contract.ts'
import { listNotices } from '#modules/notifications/contract.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import { openTasksApp, stranger, unknownId } from '#modules/tasks/server/testing/open-tasks-app.ts'
import type { TestApp } from '#testing/test-app.ts'
import { addMember } from './add-member.ts'

async function openStory() {
  const app = await openTasksApp()
  const ben = await addMember(app, 'Ben')
  const task = await app.call(createTask, { title: 'Book the hall', estimateMin: 20, estimateMax: 30 })
  return { app, ben, task }
}

/** Calls that must succeed. */
async function as<T>(answer: Promise<T | Failure>): Promise<T> {
  const value = await answer
  if (value instanceof Failure) throw new Error(`${value.code}: ${JSON.stringify(value)}`)
  return value
}

const sideOf = (app: TestApp, actor: Actor, side: 'given' | 'received') =>
  as(app.as(actor).call(listDelegations, { side, open: true })).then(({ items }) => items)

it('gives a task to somebody, who accepts it and does it; estimated stands beside what it took', async () => {
  const { app: opened, ben, task } = await openStory()
  await using app = opened
  const given = await app.call(delegateTask, { taskId: task.id, personId: ben.id, note: 'The small one' })
  expect(given).toMatchObject({
    mode: 'delegate',
    state: 'pending',
    personId: ben.id,
    givenBy: app.owner.id,
    estimateMinutes: 30,
    actualMinutes: null,
    taskTitle: 'Book the hall',
  })
  expect(await app.takeEvents()).toEqual(
    expect.arrayContaining(['tasks.delegation-changed', 'tasks.delegation-told', 'tasks.updated']),
  )
  expect(await sideOf(app, app.owner, 'given')).toMatchObject([{ id: given.id }])
  expect(await sideOf(app, ben, 'received')).toMatchObject([{ id: given.id, note: 'The small one' }])
  expect(await sideOf(app, app.owner, 'received')).toEqual([])

  expect(await as(app.as(ben).call(answerDelegation, { id: given.id, state: 'in-progress' }))).toMatchObject({
    state: 'in-progress',
    taskStatus: 'doing',
  })
  expect((await as(app.as(ben).call(listTasks, { q: 'is:delegated is:mine' }))).items).toHaveLength(1)
  const done = await as(app.as(ben).call(answerDelegation, { id: given.id, state: 'done', actualMinutes: 50 }))
  expect(done).toMatchObject({ state: 'done', taskStatus: 'done', estimateMinutes: 30, actualMinutes: 50 })
  expect(await app.call(getTask, { id: task.id })).toMatchObject({ status: 'done', spentMinutes: 50 })
  expect(await sideOf(app, app.owner, 'given')).toEqual([])
})

it('comes back with a reason, may be asked again, and says which moves there are', async () => {
  const { app: opened, ben, task } = await openStory()
  await using app = opened
  const { id } = await app.call(delegateTask, { taskId: task.id, personId: ben.id })
  expect(await app.as(ben).call(answerDelegation, { id, state: 'returned' })).toMatchObject({ code: 'reason-needed' })
  expect(await as(app.as(ben).call(answerDelegation, { id, state: 'returned', reason: 'Away' }))).toMatchObject({
    state: 'returned',
    reason: 'Away',
  })
  expect(await app.call(getTask, { id: task.id })).toMatchObject({ assignees: [], status: 'inbox' })
  const refused = await app.as(ben).call(answerDelegation, { id, state: 'done' })
  expect(refused).toMatchObject({ code: 'illegal-delegation-move' })
  expect(JSON.stringify(refused)).toContain('from returned it can go to pending')
  expect(await app.as(ben).call(answerDelegation, { id, state: 'pending' })).toMatchObject({
    code: 'not-yours-to-answer',
  })
  expect(await app.call(answerDelegation, { id, state: 'pending' })).toMatchObject({ state: 'pending', reason: null })
  expect(await app.call(getTask, { id: task.id })).toMatchObject({ assignees: [{ userId: ben.id, role: 'owner' }] })
  expect(await app.call(answerDelegation, { id, state: 'returned' })).toMatchObject({ state: 'returned' })
})

it('lets nobody answer for somebody else', async () => {
  const { app: opened, ben, task } = await openStory()
  await using app = opened
  const cleo = await addMember(app, 'Cleo')
  const { id } = await app.call(delegateTask, { taskId: task.id, personId: ben.id })
  for (const [actor, state] of [
    [cleo, 'in-progress'],
    [cleo, 'returned'],
    [app.owner, 'in-progress'],
    [app.owner, 'done'],
  ] as const)
    expect(await app.as(actor).call(answerDelegation, { id, state, reason: 'Mine' })).toMatchObject({
      code: 'not-yours-to-answer',
    })
  expect(await app.as(stranger(app)).call(answerDelegation, { id, state: 'done' })).toMatchObject({
    code: 'delegation-not-found',
  })
})

it('refuses whom nobody can ask, and two who do the same', async () => {
  const { app: opened, ben, task } = await openStory()
  await using app = opened
  const guest = await addMember(app, 'Gil', 'guest')
  const cleo = await addMember(app, 'Cleo')
  const give = (input: object) => app.as(app.owner).call(delegateTask, { taskId: task.id, ...input })
  for (const [input, code] of [
    [{ personId: unknownId }, 'member-not-found'],
    [{ personId: guest.id }, 'member-not-found'],
    [{ agentId: unknownId }, 'agent-not-found'],
    [{}, 'unclear-delegatee'],
    [{ personId: app.owner.id }, 'unclear-delegatee'],
    [{ mode: 'do', personId: ben.id }, 'unclear-delegatee'],
    [{ taskId: unknownId, personId: ben.id }, 'task-not-found'],
  ] as const)
    expect(await give(input)).toMatchObject({ code })
  await as(give({ personId: ben.id }))
  expect(await give({ personId: cleo.id })).toMatchObject({ code: 'already-delegated' })
  expect(await give({ personId: cleo.id, mode: 'do-with-me' })).toMatchObject({ state: 'pending' })
  expect(await give({ personId: cleo.id, mode: 'do-with-me' })).toMatchObject({ code: 'already-delegated' })
})

it('asks nobody to do what they cannot see', async () => {
  const { app: opened, ben } = await openStory()
  await using app = opened
  const project = await app.call(createProject, { name: 'Surprise', visibility: 'private' })
  const task = await app.call(createTask, { title: 'Buy the cake', projectId: project.id })
  expect(await app.as(app.owner).call(delegateTask, { taskId: task.id, personId: ben.id })).toMatchObject({
    code: 'project-private',
  })
})

it('knows the other three ways: do it, do it with somebody, let it go', async () => {
  const { app: opened, ben, task } = await openStory()
  await using app = opened
  const mine = await app.call(delegateTask, { taskId: task.id, mode: 'do' })
  expect(mine).toMatchObject({ state: 'in-progress', personId: app.owner.id, taskStatus: 'doing' })
  const help = await app.call(delegateTask, { taskId: task.id, mode: 'do-with-me', personId: ben.id })
  await as(app.as(ben).call(answerDelegation, { id: help.id, state: 'done' }))
  expect(await app.call(getTask, { id: task.id })).toMatchObject({
    status: 'doing',
    assignees: expect.arrayContaining([{ userId: ben.id, role: 'helper' }]),
  })
  const gone = await app.call(delegateTask, { taskId: task.id, mode: 'delete' })
  expect(gone).toMatchObject({ state: 'done', taskStatus: 'dropped' })
  expect(await app.call(listDelegations, { taskId: task.id, open: true })).toMatchObject({ items: [] })
  expect(await app.as(app.owner).call(delegateTask, { taskId: task.id, mode: 'do' })).toMatchObject({
    code: 'task-closed',
  })
  expect(await app.as(app.owner).call(answerDelegation, { id: gone.id, state: 'pending' })).toMatchObject({
    code: 'illegal-delegation-move',
  })
})

it('is done when its task is ticked, and goes with it to the trash', async () => {
  const { app: opened, ben, task } = await openStory()
  await using app = opened
  const { id } = await app.call(delegateTask, { taskId: task.id, personId: ben.id })
  await as(app.as(ben).call(completeTask, { id: task.id }))
  const items = (await app.call(listDelegations, { taskId: task.id })).items
  expect(items).toMatchObject([{ id, state: 'done' }])
  // An undo of the tick opens both.
  await as(app.as(ben).call(undoTaskChange, { taskId: task.id }))
  expect((await app.call(listDelegations, { taskId: task.id })).items).toMatchObject([{ state: 'pending' }])
  expect((await app.call(listTasks, { q: 'is:delegated' })).items).toHaveLength(1)
  await app.call(deleteTask, { id: task.id })
  expect((await app.call(listDelegations, { side: 'given' })).items).toEqual([])
})

it('takes back what was given by one undo', async () => {
  const { app: opened, ben, task } = await openStory()
  await using app = opened
  const { changeId } = await app.call(delegateTask, { taskId: task.id, personId: ben.id })
  expect(await app.call(undoTaskChange, { changeId: changeId! })).toMatchObject({
    operation: 'tasks.delegate',
    kept: 0,
  })
  expect((await app.call(listDelegations, { taskId: task.id })).items).toEqual([])
  expect(await app.call(getTask, { id: task.id })).toMatchObject({ assignees: [] })
  expect((await app.call(listTasks, { q: 'is:delegated' })).items).toEqual([])
})

it('gives an agent no more at once than it takes, however many give at the same time', async () => {
  await using app = await openTasksApp()
  const agent = await app.call(createAgent, { name: 'Research', skills: ['reading'], capacity: 3 })
  const tasks = await Promise.all(
    Array.from({ length: 12 }, (_, n) => app.call(createTask, { title: `Read ${n + 1}` })),
  )
  const answers = await Promise.all(
    tasks.map(({ id }) => app.as(app.owner).call(delegateTask, { taskId: id, agentId: agent.id })),
  )
  const given = answers.filter((answer): answer is Delegation => !(answer instanceof Failure))
  const refused = answers.filter((answer) => answer instanceof Failure)
  expect(given).toHaveLength(3)
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['agent-busy']))
  expect((await app.call(listAgents, {})).items).toMatchObject([{ name: 'Research', capacity: 3, open: 3 }])

  // One that is done makes room for one, and for one alone, and what is opened again counts as well.
  const [first] = given
  await app.call(answerDelegation, { id: first!.id, state: 'done' })
  const free = tasks.filter(({ id }) => !given.some(({ taskId }) => taskId === id))
  const again = await Promise.all(
    free.map(({ id }) => app.as(app.owner).call(delegateTask, { taskId: id, agentId: agent.id })),
  )
  expect(again.filter((answer) => !(answer instanceof Failure))).toHaveLength(1)
  expect(await app.as(app.owner).call(answerDelegation, { id: first!.id, state: 'in-progress' })).toMatchObject({
    code: 'agent-busy',
  })
  await app.call(updateAgent, { id: agent.id, capacity: 4 })
  expect(await app.call(answerDelegation, { id: first!.id, state: 'in-progress' })).toMatchObject({
    taskStatus: 'doing',
  })
})

it('keeps names of agents apart, and gives nothing to those that were put away', async () => {
  await using app = await openTasksApp()
  const agent = await app.call(createAgent, { name: 'Research' })
  expect(await app.as(app.owner).call(createAgent, { name: 'Research' })).toMatchObject({ code: 'agent-name-taken' })
  await app.call(updateAgent, { id: agent.id, archived: true })
  const task = await app.call(createTask, { title: 'Read' })
  expect(await app.as(app.owner).call(delegateTask, { taskId: task.id, agentId: agent.id })).toMatchObject({
    code: 'agent-not-found',
  })
  expect((await app.call(listAgents, {})).items).toEqual([])
  expect((await app.call(listAgents, { archived: true })).items).toMatchObject([{ archived: true }])
})

it('tells who was asked, and who asked of the answer', async () => {
  await using app = await openAppOf(['identity', 'mail', 'tasks', 'notifications'])
  const ben = await addMember(app, 'Ben')
  const task = await app.call(createTask, { title: 'Book the hall' })
  const { id } = await app.call(delegateTask, { taskId: task.id, personId: ben.id, note: 'The small one' })
  await app.settle()
  expect(await app.as(ben).call(listNotices, {})).toMatchObject({
    items: [
      {
        kind: 'delegation',
        title: 'Owner asks you to do: Book the hall',
        detail: 'The small one',
        record: { kind: 'tasks.task', id: task.id },
      },
    ],
  })
  await as(app.as(ben).call(answerDelegation, { id, state: 'returned', reason: 'Away' }))
  await app.settle()
  expect((await app.call(listNotices, {})).items).toMatchObject([
    { title: 'Ben gave back: Book the hall', detail: 'Away' },
  ])
})
