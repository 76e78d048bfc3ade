import { expect, it } from 'vitest'
import {
  completeTask,
  createProject,
  createTask,
  deleteTask,
  listProjects,
  reopenTask,
  restoreTask,
  updateProject,
  updateTask,
  type Project,
} from '../../contract.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'

it('makes, renames, recolours and archives a project', async () => {
  await using app = await openTasksApp()
  await app.takeEvents()
  const project = await app.call(createProject, { name: ' Website ', color: 'green' })
  expect(project).toMatchObject({ name: 'Website', color: 'green', archived: false, openTasks: 0, rev: 1 })
  expect(await app.call(updateProject, { id: project.id, name: 'Shop', color: null })).toMatchObject({
    name: 'Shop',
    color: null,
    rev: 2,
  })
  expect(await app.call(updateProject, { id: project.id, archived: true })).toMatchObject({ archived: true, rev: 3 })
  expect(await app.call(updateProject, { id: project.id, archived: true })).toMatchObject({ archived: true, rev: 3 })
  expect(await app.takeEvents()).toEqual(['tasks.project-changed', 'tasks.project-changed', 'tasks.project-changed'])
})

it('counts the open tasks through every move', async () => {
  await using app = await openTasksApp()
  const site = await app.call(createProject, { name: 'Site' })
  const shop = await app.call(createProject, { name: 'Shop' })
  const counts = async () =>
    Object.fromEntries((await app.call(listProjects, {})).items.map(({ name, openTasks }) => [name, openTasks]))
  const { id } = await app.call(createTask, { title: 'One', projectId: site.id })
  await app.call(createTask, { title: 'Two', projectId: site.id })
  expect(await counts()).toEqual({ Site: 2, Shop: 0 })
  await app.call(completeTask, { id })
  expect(await counts()).toEqual({ Site: 1, Shop: 0 })
  await app.call(reopenTask, { id })
  await app.call(updateTask, { id, projectId: shop.id })
  expect(await counts()).toEqual({ Site: 1, Shop: 1 })
  await app.call(deleteTask, { id })
  expect(await counts()).toEqual({ Site: 1, Shop: 0 })
  await app.call(restoreTask, { id })
  await app.call(updateTask, { id, projectId: null })
  expect(await counts()).toEqual({ Site: 1, Shop: 0 })
})

it('lists by name whatever the letter case, archived ones last, page by page', async () => {
  await using app = await openTasksApp()
  for (const name of ['banana', 'Apple', 'cherry', 'apple']) await app.call(createProject, { name })
  const [first] = (await app.call(listProjects, {})).items
  await app.call(updateProject, { id: first!.id, archived: true })
  const names: string[] = []
  let cursor: string | undefined
  do {
    const page: { items: Project[]; next: string | null } = await app.call(listProjects, {
      limit: 1,
      ...(cursor && { cursor }),
    })
    names.push(...page.items.map(({ name }) => name))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(names).toEqual(['apple', 'banana', 'cherry', 'Apple'])
  expect(await app.as(app.owner).call(listProjects, { cursor: 'nonsense' })).toMatchObject({ code: 'bad-cursor' })
})

it('guards projects by revision and workspace', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createProject, { name: 'Ours' })
  await app.call(createTask, { title: 'Ours', projectId: id })
  expect(await app.as(app.owner).call(updateProject, { id, rev: 9, name: 'Late' })).toMatchObject({
    code: 'stale-revision',
  })
  expect(await app.as(app.owner).call(updateProject, { id: unknownId, name: 'Who' })).toMatchObject({
    code: 'project-not-found',
  })
  expect(await app.as(stranger(app)).call(updateProject, { id, name: 'Theirs' })).toMatchObject({
    code: 'project-not-found',
  })
  expect(await app.as(stranger(app)).call(listProjects, {})).toEqual({ items: [], next: null })
})
