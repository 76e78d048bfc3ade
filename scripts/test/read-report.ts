import { relative } from 'node:path'
import { root } from '../lib/project.ts'

/** The report of vitest's JSON reporter, as far as it is read here. */
interface Report {
  testResults: {
    name: string
    status: string
    assertionResults: { status: string; ancestorTitles: string[]; title: string }[]
  }[]
}

/** What a report says. */
export interface Counted {
  passed: number
  failed: number
  notRun: string[]
  /** Tests that were run, by the path of their file. */
  files: Map<string, number>
}

/** Counts a report. A file that could not be loaded is a failure; what was skipped is named by its outermost suite. */
export function readReport(text: string | null): Counted {
  // Without a report nothing is known, and that is a failure.
  if (text === null) return { passed: 0, failed: 1, notRun: [], files: new Map() }
  const { testResults } = JSON.parse(text) as Report
  const notRun = new Set<string>()
  const files = new Map<string, number>()
  let passed = 0
  let failed = 0
  for (const { name, status, assertionResults } of testResults) {
    if (status === 'failed' && assertionResults.every((result) => result.status !== 'failed')) failed += 1
    files.set(relative(root, name), assertionResults.filter(({ status: end }) => RUN.has(end)).length)
    for (const result of assertionResults) {
      if (result.status === 'passed') passed += 1
      else if (result.status === 'failed') failed += 1
      else notRun.add(`${relative(root, name)}: ${result.ancestorTitles[0] ?? result.title}`)
    }
  }
  return { passed, failed, notRun: [...notRun], files }
}

const RUN: ReadonlySet<string> = new Set(['passed', 'failed'])
