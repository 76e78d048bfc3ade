import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { root } from '../lib/project.ts'
import { printTotal, type Cell } from './cell.ts'
import { differences } from './compare-cells.ts'
import { readLcov } from './read-lcov.ts'
import { readReport } from './read-report.ts'
import { runVitest } from './run-vitest.ts'
import { reachingOf } from './storage-tests.ts'

const cell = (figures: Partial<Cell>): Cell => ({
  name: 'bun',
  passed: 0,
  failed: 0,
  notRun: [],
  seconds: 1,
  ...figures,
})

/** What something prints, and what it gives. */
async function printed<Given>(work: () => Given): Promise<[Awaited<Given>, string[]]> {
  const lines: string[] = []
  const print = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  try {
    return [await work(), lines]
  } finally {
    print.mockRestore()
  }
}

/** The exit status and the last line printed. */
async function total(cells: Cell[], strict = false): Promise<[number, string]> {
  const [status, lines] = await printed(() => printTotal(cells, { strict }))
  return [status, lines.at(-1)!.trim()]
}

describe('the total', () => {
  it('is one line over all cells', async () => {
    expect(await total([cell({ passed: 3 }), cell({ passed: 4 })])).toEqual([0, '7 passed, 0 failed'])
    expect(await total([cell({ passed: 3, failed: 1 })])).toEqual([1, '3 passed, 1 failed'])
  })

  it('names what was not run, and fails for it when strict', async () => {
    expect(await total([cell({ passed: 3, notRun: ['samples'] })])).toEqual([0, '3 passed, 0 failed, 1 skipped'])
    expect(await total([cell({ passed: 3, notRun: ['samples'] })], true)).toEqual([1, '3 passed, 1 failed'])
  })

  it('is no success when nothing was looked at', async () => {
    expect(await total([cell({})])).toEqual([1, '0 passed, 0 failed'])
  })

  it('names above it what failed, and what passed only at the second try', async () => {
    const cells = [cell({ passed: 3, failed: 1, failures: ['a > b: c'], late: ['d > e: f'] })]
    const [, lines] = await printed(() => printTotal(cells, { strict: false }))
    expect(lines).toContain('\nFailed:\n  [bun] a > b: c')
    expect(lines).toContain('\nPassed only when its file was run once more:\n  [bun] d > e: f')
  })
})

describe('a report', () => {
  it('says of each file what passed, failed and was skipped, and counts one that could not be loaded', () => {
    const result = (status: string, suite: string, why?: string) => ({
      status,
      ancestorTitles: [suite],
      title: 'a',
      failureMessages: why ? [why] : [],
    })
    const at = (name: string) => join(root, name)
    const text = JSON.stringify({
      testResults: [
        {
          name: at('a.test.ts'),
          status: 'failed',
          assertionResults: [
            result('passed', 'A'),
            result('failed', 'A', 'Error: it is late\n  at b.ts'),
            result('skipped', 'B'),
            result('skipped', 'B'),
          ],
        },
        { name: at('b.test.ts'), status: 'failed', message: 'cannot be read', assertionResults: [] },
      ],
    })
    expect(readReport(text)).toEqual(
      new Map([
        ['a.test.ts', { passed: 1, failures: ['a.test.ts > A > a: Error: it is late'], notRun: ['a.test.ts: B'] }],
        ['b.test.ts', { passed: 0, failures: ['b.test.ts: cannot be read'], notRun: [] }],
      ]),
    )
  })

  it('that is missing says nothing', () => {
    expect(readReport(null)).toBe(null)
  })
})

describe('a run', () => {
  it('takes a file that failed once more, and names what was late', { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(join(root, 'scripts/test/.late-'))
    const mark = JSON.stringify(join(folder, 'mark'))
    await writeFile(
      join(folder, 'late.test.ts'),
      `import { existsSync, writeFileSync } from 'node:fs'
      import { expect, it } from 'vitest'
      it('is late', () => {
        const before = existsSync(${mark})
        writeFileSync(${mark}, '')
        expect(before).toBe(true)
      })
      it('passes', () => expect(1).toBe(1))`,
    )
    await writeFile(
      join(folder, 'broken.test.ts'),
      `import { it } from 'vitest'\nit('is broken', () => { throw new Error('always') })`,
    )
    try {
      const what = { paths: [folder], options: ['--pool=threads'] }
      const [ran] = await printed(() => runVitest({ name: 'here', runtime: [process.execPath], silent: true }, what))
      const at = (name: string) => join(relative(root, folder), name)
      expect(ran).toMatchObject({ passed: 2, failed: 1, notRun: [] })
      expect(ran.failures).toEqual([`${at('broken.test.ts')} > is broken: Error: always`])
      expect(ran.late).toEqual([
        expect.stringContaining(`${at('late.test.ts')} > is late: AssertionError: expected false`),
      ])
      expect(ran.files?.get(at('late.test.ts'))).toBe(2)
    } finally {
      await rm(folder, { recursive: true })
    }
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
