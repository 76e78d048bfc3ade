import { inPackage, nodeProgram, run } from '../lib/run.ts'
import { linesOf, type CheckResult } from './check-result.ts'

interface Report {
  diagnostics: { message: string; code?: string; filename: string; labels?: { span: { line: number } }[] }[]
  number_of_files: number
  number_of_rules: number
}

/** oxlint with the type-aware rules of tsgolint. */
export async function checkLint(): Promise<CheckResult> {
  const parameters = [inPackage('oxlint', 'bin', 'oxlint'), '--type-aware', '--format', 'json']
  const { status, stdout, stderr } = await run(nodeProgram(), parameters)
  const report = parse(stdout)
  if (!report)
    return { name: 'lint', ok: false, summary: 'the linter did not run', faults: linesOf(stdout + stderr).slice(0, 20) }
  const faults = report.diagnostics.map(
    ({ filename, labels, code, message }) => `${filename}:${labels?.[0]?.span.line ?? 1} ${code ?? ''} ${message}`,
  )
  const ok = status === 0 && faults.length === 0 && report.number_of_files > 100
  return {
    name: 'lint',
    ok,
    summary: `${report.number_of_files} files, ${report.number_of_rules} rules, ${faults.length} faults`,
    faults,
  }
}

function parse(text: string): Report | null {
  try {
    return JSON.parse(text) as Report
  } catch {
    // A crash of the linter is no report.
    return null
  }
}
