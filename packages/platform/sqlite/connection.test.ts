import { expect, it } from 'vitest'
import { Connection } from './connection.ts'

it('keeps undefined as null, booleans as 0 and 1, and refuses dates', () => {
  const connection = new Connection(':memory:', { readOnly: false })
  connection.exec('CREATE TABLE t (a, b, c)')
  connection.run('INSERT INTO t VALUES (?, ?, ?)', undefined as never, true as never, false as never)
  expect({ ...connection.get('SELECT a, b, c FROM t') }).toEqual({ a: null, b: 1, c: 0 })
  expect(() => connection.run('INSERT INTO t (a) VALUES (?)', new Date() as never)).toThrow('integer milliseconds')
  connection.close()
})

it('answers undefined where there is no row, on every runtime', () => {
  const connection = new Connection(':memory:', { readOnly: false })
  expect(connection.get('SELECT 1 WHERE 0')).toBeUndefined()
  connection.close()
})

it('goes on after a row whose number is beyond what a number holds, as FTS5 makes them', () => {
  const connection = new Connection(':memory:', { readOnly: false })
  connection.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a)')
  const far = 2n ** 53n + 1n
  expect(connection.run('INSERT INTO t VALUES (?, 1)', far as never)).toEqual({ changes: 1 })
  expect(connection.run('BEGIN')).toEqual({ changes: 1 })
  expect(connection.run('UPDATE t SET a = 2')).toEqual({ changes: 1 })
  expect(connection.get('SELECT a FROM t')!.a).toBe(2)
  connection.close()
})

it('writes through to the disk at each commit', () => {
  const connection = new Connection(':memory:', { readOnly: false })
  // 2 is FULL: acknowledged means durable.
  expect(connection.get('PRAGMA synchronous')!.synchronous).toBe(2)
  connection.close()
})

it('serves more different statements than it keeps prepared', () => {
  const connection = new Connection(':memory:', { readOnly: false })
  for (let n = 0; n < 1200; n++) expect(connection.get(`SELECT ${n} AS n`)!.n).toBe(n)
  connection.close()
})
