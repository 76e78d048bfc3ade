import { relative } from 'node:path'
import { root } from '../lib/project.ts'

/** The report of vitest's JSON reporter, as far as it is read here. */
interface Report {
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; ancestorTitles: string[]; title: string; failureMessages?: string[] | null }[]
  }[]
}

/** What became of the tests of one file. */
export interface FileResult {
  passed: number
  /** A line a failed test: its name and the first line of why. A file that could not be loaded is one. */
  failures: string[]
  /** What was skipped, by its outermost suite. */
  notRun: string[]
}

/** Reads a report: what became of each file, by its path. Null without a report: then nothing is known. */
export function readReport(text: string | null): Map<string, FileResult> | null {
  if (text === null) return null
  const { testResults } = JSON.parse(text) as Report
  return new Map(testResults.map((file) => [relative(root, file.name), resultOf(file)]))
}

function resultOf({ name, status, message, assertionResults }: Report['testResults'][number]): FileResult {
  const path = relative(root, name)
  const failed = assertionResults.filter((result) => result.status === 'failed')
  const failures = failed.map(
    ({ ancestorTitles, title, failureMessages }) =>
      `${[path, ...ancestorTitles, title].join(' > ')}: ${firstLine(failureMessages?.[0])}`,
  )
  if (status === 'failed' && failed.length === 0) failures.push(`${path}: ${firstLine(message)}`)
  const skipped = assertionResults.filter((result) => !['passed', 'failed'].includes(result.status))
  return {
    passed: assertionResults.filter((result) => result.status === 'passed').length,
    failures,
    notRun: [...new Set(skipped.map(({ ancestorTitles, title }) => `${path}: ${ancestorTitles[0] ?? title}`))],
  }
}

const firstLine = (text = '') => text.split('\n')[0]!.slice(0, 300)
