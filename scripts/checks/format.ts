import { inPackage, nodeProgram, run } from '../lib/run.ts'
import { linesOf, type CheckResult } from './check-result.ts'

/** oxfmt: no semicolons, single quotes, two spaces, 120 columns. */
export async function checkFormat(): Promise<CheckResult> {
  const { status, stdout, stderr } = await run(nodeProgram(), [
    inPackage('oxfmt', 'bin', 'oxfmt'),
    '--list-different',
    '.',
  ])
  const files = linesOf(stdout)
  const faults = files.length > 20 ? [...files.slice(0, 20), `and ${files.length - 20} more`] : files
  const ok = status === 0 && files.length === 0
  return {
    name: 'format',
    ok,
    summary: ok ? 'every file is in the house style' : `${files.length} files want "npm run format"`,
    faults: ok || files.length > 0 ? faults : linesOf(stderr),
  }
}
