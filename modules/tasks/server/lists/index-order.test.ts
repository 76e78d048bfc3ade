import { expect, it } from 'vitest'
import { plansOf, spyOnReads } from '#testing/query-plans.ts'
import { createProject, createTask, listProjects, listTasks } from '../../contract.ts'
import { openTasksApp } from '../testing/open-tasks-app.ts'

const VIEWS = ['open', 'done', 'trash', 'all'] as const
const STATUSES = [undefined, 'next', 'done'] as const
const SORTS = ['newest', 'due', 'priority'] as const

it('walks an index for every view, filter and order: nothing is scanned, nothing sorted', async () => {
  await using app = await openTasksApp()
  const { id: projectId } = await app.call(createProject, { name: 'Site' })
  for (let n = 0; n < 12; n++) await app.call(createTask, { title: `${n}`, projectId, status: 'next', priority: n % 2 })

  const statements = spyOnReads(app, 'tasks_')
  for (const view of VIEWS)
    for (const status of STATUSES)
      for (const project of [undefined, projectId])
        for (const sort of SORTS) {
          const input = { view, sort, limit: 5, ...(status && { status }), ...(project && { projectId: project }) }
          const { next } = await app.call(listTasks, input)
          if (next) await app.call(listTasks, { ...input, cursor: next })
        }
  const { next } = await app.call(listProjects, { limit: 1 })
  await app.call(createProject, { name: 'Shop' })
  await app.call(listProjects, { limit: 1, cursor: (next ?? (await app.call(listProjects, { limit: 1 })).next)! })

  const plans = await plansOf(app, statements)
  expect(plans.size).toBeGreaterThan(25)
  for (const [sql, { scans, sorts, conditions }] of plans) {
    expect({ scans, sorts }, sql).toEqual({ scans: [], sorts: false })
    if (sql.includes('> (') || sql.includes('< ('))
      expect(conditions.join('\n'), sql).toMatch(/[<>]\(?\?|\([^)]*\) ?[<>] ?(ROW)?\(|\(id [<>] /)
  }
})
