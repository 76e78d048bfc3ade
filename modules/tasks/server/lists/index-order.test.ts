import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CompiledQuery } from 'kysely'
import type { Transaction } from '#kernel/database/port.ts'
import { createProject, createTask, listProjects, listTasks } from '../../contract.ts'
import { openTasksApp } from '../testing/open-tasks-app.ts'

const VIEWS = ['open', 'done', 'trash', 'all'] as const
const STATUSES = [undefined, 'next', 'done'] as const
const SORTS = ['newest', 'due', 'priority'] as const

it('walks an index for every view, filter and order: nothing is scanned, nothing sorted', async () => {
  await using app = await openTasksApp()
  const { id: projectId } = await app.call(createProject, { name: 'Site' })
  for (let n = 0; n < 12; n++) await app.call(createTask, { title: `${n}`, projectId, status: 'next', priority: n % 2 })

  const statements = spyOnReads(app.daybook.database)
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

  const plans = explain(join(app.dataFolder, 'daybook.sqlite'), statements)
  expect(plans.size).toBeGreaterThan(25)
  for (const [sql, plan] of plans) {
    expect(plan.join('\n'), sql).not.toMatch(/TEMP B-TREE|AUTOMATIC/)
    for (const line of plan.filter((step) => /^(SEARCH|SCAN)/.test(step)))
      expect(line, sql).toMatch(/^SEARCH \w+ USING (COVERING )?INDEX /)
    if (sql.includes('> (') || sql.includes('< (')) expect(plan.join('\n'), sql).toMatch(/[<>]\(?\?|\([^)]*\)[<>]\(/)
  }
})

/** Remembers what list queries send to the database, as it was compiled. */
function spyOnReads(database: { read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> }): Set<string> {
  const statements = new Set<string>()
  const read = database.read.bind(database)
  database.read = (work) =>
    read((transaction) => {
      const execute = transaction.execute.bind(transaction)
      transaction.execute = (query: CompiledQuery<never>) => {
        if (query.sql.includes('tasks_')) statements.add(query.sql)
        return execute(query)
      }
      return work(transaction)
    })
  return statements
}

function explain(path: string, statements: Set<string>): Map<string, string[]> {
  const database = new DatabaseSync(path, { readOnly: true })
  const plans = new Map<string, string[]>()
  for (const sql of statements) {
    const marks = sql.split('?').length - 1
    const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from({ length: marks }, () => 1)) as {
      detail: string
    }[]
    plans.set(
      sql,
      rows.map(({ detail }) => detail),
    )
  }
  database.close()
  return plans
}
