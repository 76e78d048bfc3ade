import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { CompiledQuery } from 'kysely'
import type { Transaction } from '#kernel/database/port.ts'
import { withClient } from './outside.ts'
import type { TestApp } from './test-app.ts'

/** How the database would carry a statement out, in words that both databases share. */
export interface QueryPlan {
  /** Steps that read a whole table, or build an index by themselves. */
  scans: string[]
  /** Whether rows are sorted after they are read. */
  sorts: boolean
  /** The indexes that are read; a table's own key counts as one. */
  indexes: string[]
  /** Those of them that give all that is asked, so that no row is read. */
  covering: string[]
  /** What a step compares with an index, in the database's own words. */
  conditions: string[]
}

/** Remembers the statements on some tables that queries send to the database, as they are compiled. */
export function spyOnReads(app: TestApp, prefix: string): Map<string, readonly unknown[]> {
  const statements = new Map<string, readonly unknown[]>()
  // Both the kernel's own database and what the test holds: on PostgreSQL the test's is a wrapper.
  const { database } = app.daybook.kernel.services
  const read = database.read.bind(database)
  database.read = (work) =>
    read((transaction: Transaction) => {
      const execute = transaction.execute.bind(transaction)
      transaction.execute = (query: CompiledQuery<never>) => {
        if (query.sql.includes(prefix)) statements.set(query.sql, query.parameters)
        return execute(query)
      }
      return work(transaction)
    })
  return statements
}

/** The plan of each statement, by its text. */
export function plansOf(app: TestApp, statements: ReadonlyMap<string, readonly unknown[]>) {
  return app.databaseUrl === null ? sqlitePlans(app, statements) : postgresPlans(app, app.databaseUrl, statements)
}

function sqlitePlans(app: TestApp, statements: ReadonlyMap<string, readonly unknown[]>): Map<string, QueryPlan> {
  const database = new DatabaseSync(join(app.dataFolder, 'daybook.sqlite'), { readOnly: true })
  const plans = new Map<string, QueryPlan>()
  for (const [sql, parameters] of statements) {
    const rows = database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...(parameters.map((value) => (typeof value === 'boolean' ? Number(value) : value)) as never[]))
    plans.set(sql, sqlitePlan(rows.map(({ detail }) => String(detail))))
  }
  database.close()
  return plans
}

function sqlitePlan(steps: string[]): QueryPlan {
  const reads = steps.filter((step) => /^(SEARCH|SCAN)/.test(step))
  const indexes = reads.map((step) => /^SEARCH \w+ USING (?:COVERING )?INDEX (\S+)/.exec(step)?.[1])
  return {
    scans: [...reads.filter((_, n) => indexes[n] === undefined), ...steps.filter((step) => step.includes('AUTOMATIC'))],
    sorts: steps.some((step) => step.includes('TEMP B-TREE')),
    indexes: indexes.filter((name) => name !== undefined),
    covering: reads.flatMap((step) => /USING COVERING INDEX (\S+)/.exec(step)?.[1] ?? []),
    conditions: reads,
  }
}

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  Plans?: Node[]
}

/** A table of a test is so small that reading it whole is cheapest: what the planner likes better is put out of its reach. */
const ONLY_INDEXES = ['seqscan', 'bitmapscan', 'sort', 'incremental_sort', 'material', 'hashjoin', 'mergejoin']

function postgresPlans(
  app: TestApp,
  url: string,
  statements: ReadonlyMap<string, readonly unknown[]>,
): Promise<Map<string, QueryPlan>> {
  return withClient(url, async (client) => {
    for (const way of ONLY_INDEXES) await client.query(`SET enable_${way} = off`)
    await client.query("SELECT set_config('daybook.workspace', $1, false)", [app.owner.workspaceId])
    const plans = new Map<string, QueryPlan>()
    for (const [sql, parameters] of statements) {
      const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${sql}`, [...parameters])
      const [{ Plan }] = JSON.parse(String(rows[0]!['QUERY PLAN'])) as [{ Plan: Node }]
      plans.set(sql, postgresPlan(nodesOf(Plan)))
    }
    return plans
  })
}

function postgresPlan(nodes: Node[]): QueryPlan {
  return {
    scans: nodes
      .filter((node) => node['Node Type'] === 'Seq Scan')
      .map((node) => `Seq Scan on ${node['Relation Name']}`),
    sorts: nodes.some((node) => node['Node Type'].endsWith('Sort')),
    indexes: nodes.map((node) => node['Index Name']).filter((name) => name !== undefined),
    covering: nodes.flatMap((node) => (node['Node Type'] === 'Index Only Scan' ? (node['Index Name'] ?? []) : [])),
    conditions: nodes.map((node) => node['Index Cond']).filter((condition) => condition !== undefined),
  }
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}
