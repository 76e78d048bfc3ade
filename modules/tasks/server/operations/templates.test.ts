import { describe, expect, it } from 'vitest'
import { Failure } from '#kernel/failure.ts'
import {
  addStep,
  applyTemplate,
  createProject,
  createTask,
  createTemplate,
  deleteTemplate,
  getTaskTree,
  getTemplate,
  listTaskLabels,
  listTasks,
  listTemplates,
  previewTemplate,
  saveAsTemplate,
  undoTaskChange,
  updateTemplate,
} from '../../contract.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'

const zone = 'Europe/Berlin'
const welcome = {
  name: 'New client',
  title: 'Welcome {{client}}',
  notes: 'Their site: {{ Site }}',
  priority: 2,
  labels: ['clients', '{{client}}'],
  dueIn: '+2w',
  deadlineIn: '+1m',
  estimateMin: 30,
  estimateMax: 60,
  steps: [
    { title: 'Write to {{client}}', minutes: 5 },
    { title: 'Send the contract', minutes: 30, dueIn: '+3d 09:00' },
    { title: 'Fill in the names', depth: 1, minutes: 4 },
  ],
}

describe('a template', () => {
  it('is made, read, listed by name, changed and removed, and each of it can be undone', async () => {
    await using app = await openTasksApp()
    const made = await app.call(createTemplate, welcome)
    expect(made).toMatchObject({ rev: 1, variables: ['client', 'Site'], projectId: null })
    await app.call(createTemplate, { name: 'a trip', title: 'Pack' })
    const names = async () => (await app.call(listTemplates, {})).items.map(({ name }) => name)
    expect(await names()).toEqual(['a trip', 'New client'])
    const page = await app.call(listTemplates, { limit: 1 })
    expect((await app.call(listTemplates, { limit: 1, cursor: page.next! })).items[0]!.id).toBe(made.id)

    const { id } = made
    const changed = await app.call(updateTemplate, { id, rev: 1, name: 'Client', priority: 0 })
    expect(changed).toEqual({ ...made, rev: 2, name: 'Client', priority: 0, updatedAt: changed.updatedAt })
    expect(await app.call(updateTemplate, { id, name: 'Client' })).toEqual(changed)
    await app.call(undoTaskChange, {})
    expect(await app.call(getTemplate, { id })).toMatchObject({ name: 'New client', priority: 2, rev: 3 })

    await app.takeEvents()
    const { changeId } = await app.call(deleteTemplate, { id })
    expect(await app.takeEvents()).toEqual(['tasks.template-changed'])
    expect(await names()).toEqual(['a trip'])
    await app.call(undoTaskChange, { changeId: changeId! })
    expect(await app.call(getTemplate, { id })).toMatchObject({ name: 'New client', steps: made.steps })
  })

  it('shows what it would make, with the variables that are missing', async () => {
    await using app = await openTasksApp()
    const { id } = await app.call(createTemplate, welcome)
    const shown = await app.call(previewTemplate, { id, startOn: '2026-12-28', values: ['CLIENT=Ada', 'x=1'], zone })
    expect(shown).toMatchObject({ startOn: '2026-12-28', missing: ['Site'], unknown: ['x'] })
    expect(shown.items).toMatchObject([
      {
        title: 'Welcome Ada',
        notes: 'Their site: {{ Site }}',
        depth: 0,
        level: 4,
        minutes: 60,
        dueAt: '2027-01-11T22:59:00.000Z',
        deadlineOn: '2027-01-28',
        labels: ['clients', 'Ada'],
      },
      { title: 'Write to Ada', depth: 1, level: 6, dueAt: null },
      { title: 'Send the contract', depth: 1, level: 5, dueAt: '2026-12-31T08:00:00.000Z' },
      { title: 'Fill in the names', depth: 2, level: 6 },
    ])
    expect((await app.call(listTasks, {})).items).toEqual([])
  })

  it('makes its tasks by one command, which one undo takes back', async () => {
    await using app = await openTasksApp()
    const project = await app.call(createProject, { name: 'Clients' })
    const { id } = await app.call(createTemplate, { ...welcome, projectId: project.id })
    await app.takeEvents()
    const { task, made, changeId } = await app.call(applyTemplate, {
      id,
      startOn: '2026-12-01',
      values: ['client=Ada', 'site=ada.example'],
      zone,
    })
    expect(await app.takeEvents()).toEqual(Array.from({ length: 4 }, () => 'tasks.created'))
    expect(made).toBe(4)
    expect(task).toMatchObject({
      title: 'Welcome Ada',
      notes: 'Their site: ada.example',
      priority: 2,
      estimateMin: 30,
      labels: ['clients', 'Ada'],
      projectId: project.id,
      ownerId: app.owner.id,
    })
    const { items } = await app.call(getTaskTree, { id: task.id })
    expect(items.map(({ task: { title }, depth }) => `${depth} ${title}`)).toEqual([
      '0 Welcome Ada',
      '1 Write to Ada',
      '1 Send the contract',
      '2 Fill in the names',
    ])
    expect((await app.call(listTaskLabels, {})).items.map(({ name }) => name)).toEqual(['Ada', 'clients'])

    await app.call(undoTaskChange, { changeId: changeId! })
    expect((await app.call(listTasks, {})).items).toEqual([])
  })

  it('goes three lines deep', async () => {
    await using app = await openTasksApp()
    const steps = [0, 1, 2].map((depth) => ({ title: `Line ${depth}`, depth }))
    const { id } = await app.call(createTemplate, { name: 'Deep', title: 'Top', steps })
    const { task } = await app.call(applyTemplate, { id })
    const { items } = await app.call(getTaskTree, { id: task.id })
    expect(items.map(({ task: { level } }) => level)).toEqual([3, 4, 5, 6])
  })

  it('is refused without a value, with a bad outline, zone or project, and is not found by others', async () => {
    await using app = await openTasksApp()
    const as = app.as(app.owner)
    const { id } = await app.call(createTemplate, welcome)
    const answers = [
      await as.call(applyTemplate, { id, values: ['client=Ada', 'site= '] }),
      await as.call(createTemplate, { name: 'x', title: 'x', steps: [{ title: 'x', depth: 1 }] }),
      await as.call(updateTemplate, { id, steps: [{ title: 'x' }, { title: 'x', depth: 2 }] }),
      await as.call(applyTemplate, { id, zone: 'Nowhere/Town' }),
      await as.call(applyTemplate, { id, values: ['client=a', 'site=b'], projectId: unknownId }),
      await as.call(updateTemplate, { id, rev: 9, name: 'x' }),
      await app.as(stranger(app)).call(getTemplate, { id }),
      await app.as(stranger(app)).call(previewTemplate, { id }),
      await app.as(stranger(app)).call(applyTemplate, { id }),
    ]
    expect(answers.map((answer) => answer instanceof Failure && answer.code)).toEqual([
      'missing-variables',
      'bad-outline',
      'bad-outline',
      'bad-zone',
      'project-not-found',
      'stale-revision',
      'template-not-found',
      'template-not-found',
      'template-not-found',
    ])
    expect((answers[0] as Failure).detail).toBe('These variables have no value: Site')
  })

  it('answers under its other name too', async () => {
    await using app = await openTasksApp()
    const { id } = await app.call(createTemplate, welcome)
    const one = await app.fetch(`/api/v1/task-templates/${id}`)
    expect([one.status, ((await one.json()) as { id: string }).id]).toEqual([200, id])
    const removed = await app.fetch(`/api/v1/task-templates/${id}`, { method: 'DELETE' })
    expect(removed.status).toBe(200)
  })
})

describe('a task as a template', () => {
  it('keeps all below it, and its dates as days from its start', async () => {
    await using app = await openTasksApp()
    const root = await app.call(createTask, {
      title: 'Invoice for {{month}}',
      startOn: '2026-11-28',
      dueAt: '2026-11-30T16:30:00Z',
      deadlineOn: '2026-12-05',
      labels: ['money'],
      estimateMin: 10,
      estimateMax: 20,
    })
    const sub = await app.call(createTask, { title: 'Collect hours', parentId: root.id, dueAt: '2026-11-27T22:59:00Z' })
    await app.call(addStep, { taskId: sub.id, title: 'Open the sheet', minutes: 2 })
    await app.call(createTask, { title: 'Dropped', parentId: root.id }).then(({ id }) =>
      app.fetch(`/api/v1/tasks/${id}/status`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: '{"status":"dropped"}',
      }),
    )
    const template = await app.call(saveAsTemplate, { id: root.id, zone })
    expect(template).toMatchObject({
      name: 'Invoice for {{month}}',
      variables: ['month'],
      startIn: '+0d',
      dueIn: '+2d 17:30',
      deadlineIn: '+7d',
      labels: ['money'],
      steps: [
        { title: 'Collect hours', depth: 0, minutes: null, dueIn: '-1d' },
        { title: 'Open the sheet', depth: 1, minutes: 2, dueIn: null },
      ],
    })
    const { task } = await app.call(applyTemplate, {
      id: template.id,
      startOn: '2026-12-28',
      values: ['month=12'],
      zone,
    })
    expect(task).toMatchObject({
      title: 'Invoice for 12',
      startOn: '2026-12-28',
      dueAt: '2026-12-30T16:30:00.000Z',
      deadlineOn: '2027-01-04',
      estimateMin: 10,
      estimateMax: 20,
    })
  })
})
