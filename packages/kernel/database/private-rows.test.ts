import { expect, it } from 'vitest'
import type { CompiledQuery } from 'kysely'
import { withoutSight } from './private-rows.ts'

const query = (sql: string, parameters: unknown[]) => ({ sql, parameters, query: {} }) as unknown as CompiledQuery

it('leaves the predicate out with the values that only it has', () => {
  const sql =
    'select "a?" from "t" where "x" = ? and /*seen*/("p" is null or "p" in (?, ?))/*said*/ and "y" = ? or /*seen*/("q" = ?)/*said*/ limit ?'
  const { sql: left, parameters } = withoutSight(query(sql, [1, 2, 3, 4, 5, 6]))
  expect(left).toBe('select "a?" from "t" where "x" = ? and 1 and "y" = ? or 1 limit ?')
  expect(parameters).toEqual([1, 4, 6])
})

it('leaves a statement without a predicate as it is', () => {
  expect(withoutSight(query('select ?', [1]))).toMatchObject({ sql: 'select ?', parameters: [1] })
})
