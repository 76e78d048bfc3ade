import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { Failure } from '#kernel/failure.ts'
import {
  addComment,
  addDependency,
  createProject,
  createTask,
  getProject,
  getTask,
  listProjects,
  listTaskLabels,
  listTasks,
  orderProjects,
  undoTaskChange,
  updateProject,
  updateTask,
  type Project,
  type Task,
} from '#modules/tasks/contract.ts'
import { find } from '#modules/search/contract.ts'
import { toRequest } from '#client/to-request.ts'
import { openConformanceApp, readAnswer, type ConformanceApp } from '../conformance/conformance-app.ts'
import { idMembers } from '../conformance/id-members.ts'
import { People } from '../access/callers.ts'

const WORD = 'quetzalcoatl'
let conformance: ConformanceApp
let colleague: Record<string, string>
let secret: Project
let hidden: Task
let step: Task
let shared: Task

beforeAll(async () => {
  conformance = await openConformanceApp()
  const { app } = conformance
  colleague = await new People(app).session(await new People(app).add('Ben', 'member'))
  secret = await app.call(createProject, { name: `${WORD} project`, visibility: 'private' })
  hidden = await app.call(createTask, {
    title: `${WORD} task`,
    notes: WORD,
    projectId: secret.id,
    status: 'next',
    dueAt: '2026-11-23T10:00:00Z',
    labels: ['together'],
  })
  step = await app.call(createTask, { title: `${WORD} part`, projectId: secret.id, parentId: hidden.id })
  shared = await app.call(createTask, { title: 'All may see it', labels: ['together'] })
  await app.call(addDependency, { id: shared.id, onId: hidden.id })
  await app.call(addComment, { taskId: hidden.id, body: WORD })
  await app.settle()
}, 120_000)
afterAll(() => conformance[Symbol.asyncDispose]())

const named = (name: string) => conformance.operations.find((operation) => operation.name === name)!

async function asColleague(operation: (typeof conformance.operations)[number], input: unknown) {
  const request = toRequest({ baseUrl: 'http://localhost' }, operation, input, {})
  for (const [name, value] of Object.entries(colleague)) request.headers.set(name, value)
  return readAnswer(await conformance.app.daybook.app.fetch(request))
}

it('answers about a private project and its tasks as about what is not there, in every operation', async () => {
  const ids: Record<string, string> = { 'tasks.project': secret.id, 'tasks.task': hidden.id }
  const cases = conformance.operations
    .filter(({ access }) => access === 'member')
    .flatMap((operation) => idMembers(operation).map((member) => ({ operation, member })))
    .filter(({ member }) => member.kind in ids)
  expect(cases.length).toBeGreaterThan(30)
  for (const { operation, member } of cases) {
    const withId = (id: string) => ({ ...operation.example, [member.name]: member.many ? [id] : id })
    const real = await asColleague(operation, withId(ids[member.kind]!))
    const unknown = await asColleague(operation, withId(uuidv7()))
    const told = `${operation.name} by ${member.name}`
    expect(real.status, told).toBe(unknown.status)
    expect(JSON.stringify(real.value ?? null), told).not.toContain(WORD)
  }
}, 120_000)

it('shows nothing of it in any list, search, tree, board, agenda or count of others', async () => {
  const queries = conformance.operations.filter(
    ({ kind, access, name }) => kind === 'query' && access === 'member' && !name.startsWith('audit.'),
  )
  for (const operation of queries) {
    const { value } = await asColleague(operation, operation.example)
    expect(JSON.stringify(value ?? null), operation.name).not.toContain(WORD)
  }
  const { value } = await asColleague(find as never, { q: WORD })
  expect(JSON.stringify(value)).not.toContain(hidden.id)
  const { app } = conformance
  expect(JSON.stringify(await app.call(find, { q: WORD }))).toContain(hidden.id)
  expect((await app.call(listTasks, { q: `project:"${WORD} project"` })).items.map(({ id }) => id)).toContain(hidden.id)
}, 120_000)

it('is shared by its owner alone, and found by all from then on; private again, it is gone for others', async () => {
  const { app } = conformance
  const asked = await asColleague(updateProject as never, { id: secret.id, visibility: 'shared' })
  expect(asked.status).toBe(404)
  await app.call(updateProject, { id: secret.id, visibility: 'shared' })
  await app.settle()
  expect((await asColleague(getProject as never, { id: secret.id })).status).toBe(200)
  expect(JSON.stringify((await asColleague(find as never, { q: WORD })).value)).toContain(hidden.id)
  // What is somebody else's is theirs to hide.
  const hiding = await asColleague(updateProject as never, { id: secret.id, visibility: 'private' })
  expect(hiding.value).toMatchObject({ code: 'not-the-owner' })

  await app.call(updateProject, { id: secret.id, visibility: 'private' })
  await app.settle()
  expect((await asColleague(getProject as never, { id: secret.id })).status).toBe(404)
  expect(JSON.stringify((await asColleague(find as never, { q: WORD })).value)).not.toContain(hidden.id)
})

it('stays in step with what others do to shared tasks and labels', async () => {
  const { app } = conformance
  const mine = (id: string) => app.call(getTask, { id })
  const before = await app.call(createTask, { title: 'Comes first' })
  const waiting = await app.call(createTask, { title: `${WORD} waits`, projectId: secret.id, labels: ['apart'] })
  const alike = await app.call(createTask, { title: 'Bears it too', labels: ['apart'] })
  await app.call(addDependency, { id: waiting.id, onId: before.id })
  expect((await mine(waiting.id)).blocked).toBe(true)
  expect((await asColleague(named('tasks.complete'), { id: before.id })).status).toBe(200)
  expect((await mine(waiting.id)).blocked).toBe(false)

  // What holds up a shared task holds it up for those too who do not see it.
  expect((await mine(shared.id)).blocked).toBe(true)
  await asColleague(named('tasks.add-dependency'), { id: shared.id, onId: alike.id })
  await asColleague(named('tasks.remove-dependency'), { id: shared.id, onId: alike.id })
  expect((await mine(shared.id)).blocked).toBe(true)

  const { items } = await app.call(listTaskLabels, {})
  const { id } = items.find(({ name }) => name === 'apart')!
  await asColleague(named('tasks.update-label'), { id, name: 'afar' })
  expect((await mine(waiting.id)).labels).toEqual(['afar'])
  const deleted = await asColleague(named('tasks.delete-label'), { id })
  expect(deleted.value).toEqual({ tasks: 1 })
  expect((await mine(waiting.id)).labels).toEqual([])
})

it('moves along in the tree under what is shared, and makes no circle there', async () => {
  const { app } = conformance
  const top = await app.call(createTask, { title: 'Top', level: 2 })
  const between = await app.call(createTask, { title: `${WORD} between`, parentId: top.id, projectId: secret.id })
  const below = await app.call(createTask, { title: 'Below', parentId: between.id })
  await app.call(updateTask, { id: below.id, projectId: null })
  const circle = await asColleague(named('tasks.move'), { id: top.id, parentId: below.id })
  expect(circle.value).toMatchObject({ code: 'illegal-cycle' })
  const root = await app.call(createTask, { title: 'Root', level: 0 })
  const levels = async () =>
    (await Promise.all([top, between, below].map(({ id }) => app.call(getTask, { id })))).map(({ level }) => level)
  expect(await levels()).toEqual([2, 3, 4])
  expect((await asColleague(named('tasks.move'), { id: top.id, parentId: root.id })).status).toBe(200)
  expect(await levels()).toEqual([1, 2, 3])
})

it('follows a task that moves in and out', async () => {
  const { app } = conformance
  await app.call(updateTask, { id: step.id, projectId: null })
  await app.settle()
  expect((await asColleague(named('tasks.get'), { id: step.id })).status).toBe(200)
  await app.call(updateTask, { id: step.id, projectId: secret.id })
  await app.settle()
  expect((await asColleague(named('tasks.get'), { id: step.id })).status).toBe(404)
  expect(JSON.stringify((await asColleague(find as never, { q: WORD })).value)).not.toContain(step.id)
})

it('has parents without circles, an order, and shared ones never below private ones', async () => {
  const { app } = conformance
  const garden = await app.call(createProject, { name: 'Garden' })
  const beds = await app.call(createProject, { name: 'Beds', parentId: garden.id })
  expect(beds.parentId).toBe(garden.id)
  const as = app.as(app.owner)
  const codeOf = (answer: unknown) => (answer as Failure).code
  expect(codeOf(await as.call(updateProject, { id: garden.id, parentId: beds.id }))).toBe('illegal-parent')
  expect(codeOf(await as.call(updateProject, { id: garden.id, parentId: garden.id }))).toBe('illegal-parent')
  expect(codeOf(await as.call(createProject, { name: 'Shed', parentId: secret.id }))).toBe('illegal-parent')
  expect(codeOf(await as.call(updateProject, { id: garden.id, visibility: 'private' }))).toBe('illegal-parent')
  expect(codeOf(await as.call(createProject, { name: 'Lost', parentId: uuidv7() }))).toBe('project-not-found')

  await app.call(orderProjects, { ids: [beds.id, garden.id] })
  const names = (await app.call(listProjects, {})).items.map(({ name }) => name)
  expect(names.indexOf('Beds')).toBeLessThan(names.indexOf('Garden'))
  await app.call(undoTaskChange, {})
  const { items } = await app.call(listProjects, { limit: 1 })
  expect(items).toHaveLength(1)
})
