import { describe, expect, it, vi } from 'vitest'
import { printTotal, type Cell } from './cell.ts'
import { differences } from './compare-cells.ts'
import { readLcov } from './read-lcov.ts'
import { readReport } from './read-report.ts'
import { reachingOf } from './storage-tests.ts'

const cell = (figures: Partial<Cell>): Cell => ({
  name: 'bun',
  passed: 0,
  failed: 0,
  notRun: [],
  seconds: 1,
  ...figures,
})

/** The exit status and the last line printed. */
function total(cells: Cell[], strict = false): [number, string] {
  const lines: string[] = []
  const print = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  const status = printTotal(cells, { strict })
  print.mockRestore()
  return [status, lines.at(-1)!.trim()]
}

describe('the total', () => {
  it('is one line over all cells', () => {
    expect(total([cell({ passed: 3 }), cell({ passed: 4 })])).toEqual([0, '7 passed, 0 failed'])
    expect(total([cell({ passed: 3, failed: 1 })])).toEqual([1, '3 passed, 1 failed'])
  })

  it('names what was not run, and fails for it when strict', () => {
    expect(total([cell({ passed: 3, notRun: ['samples'] })])).toEqual([0, '3 passed, 0 failed, 1 skipped'])
    expect(total([cell({ passed: 3, notRun: ['samples'] })], true)).toEqual([1, '3 passed, 1 failed'])
  })

  it('is no success when nothing was looked at', () => {
    expect(total([cell({})])).toEqual([1, '0 passed, 0 failed'])
  })
})

describe('a report', () => {
  it('counts tests, files that could not be loaded, and names what was skipped once a suite', () => {
    const result = (status: string, suite: string) => ({ status, ancestorTitles: [suite], title: 'a' })
    const text = JSON.stringify({
      testResults: [
        {
          name: 'a.test.ts',
          status: 'passed',
          assertionResults: [result('passed', 'A'), result('skipped', 'B'), result('skipped', 'B')],
        },
        { name: 'b.test.ts', status: 'failed', assertionResults: [] },
      ],
    })
    expect(readReport(text)).toMatchObject({ passed: 1, failed: 1, notRun: [expect.stringMatching(/a\.test\.ts: B$/)] })
  })

  it('that is missing is a failure', () => {
    expect(readReport(null)).toMatchObject({ passed: 0, failed: 1, notRun: [] })
  })
})

describe('cells', () => {
  const counts = (name: string, files: Record<string, number>) => ({
    ...cell({ name }),
    files: new Map(Object.entries(files)),
  })

  it('run the same tests of every file that they share', () => {
    const bun = counts('bun', { 'a.test.ts': 3, 'b.test.ts': 2, 'only-here.test.ts': 9 })
    expect(differences(['a.test.ts', 'b.test.ts'], [bun, counts('node', { 'a.test.ts': 3, 'b.test.ts': 2 })])).toEqual(
      [],
    )
    expect(differences(['a.test.ts', 'b.test.ts'], [bun, counts('node', { 'a.test.ts': 1 })])).toEqual([
      'a.test.ts: 3 in "bun", 1 in "node"',
      'b.test.ts: 2 in "bun", 0 in "node"',
    ])
  })

  it('are for tests that reach a test app, by their types not', () => {
    const sources: Record<string, string> = {
      'tests/a.test.ts': "import { open } from './app.ts'",
      'tests/app.ts': "import { openTestApp } from '#testing/test-app.ts'",
      'tests/b.test.ts': "import type { TestApp } from '#testing/test-app.ts'",
      'tests/c.test.ts': "const { open } = await import('./app.ts')",
      'tests/d.test.ts': "export { open } from './e.ts'",
      'tests/e.ts': "import './d.test.ts'",
    }
    const reaches = reachingOf(['packages/testing/test-app.ts'], (path) => sources[path] ?? null)
    expect(Object.keys(sources).filter((path) => path.endsWith('.test.ts') && reaches(path))).toEqual([
      'tests/a.test.ts',
      'tests/c.test.ts',
    ])
  })
})

it('reads the coverage of each file', () => {
  const text = 'TN:\nSF:a.ts\nLF:10\nLH:7\nend_of_record\nTN:\nSF:b.ts\nLF:4\nLH:0\nend_of_record\n'
  expect(readLcov(text)).toEqual([
    { path: 'a.ts', lines: 10, hit: 7 },
    { path: 'b.ts', lines: 4, hit: 0 },
  ])
})
