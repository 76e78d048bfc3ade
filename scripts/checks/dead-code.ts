import { inPackage, nodeProgram, run } from '../lib/run.ts'
import { linesOf, type CheckResult } from './check-result.ts'

/** knip: no file, export or dependency that nobody uses. */
export async function checkDeadCode(): Promise<CheckResult> {
  const parameters = [
    inPackage('knip', 'bin', 'knip.js'),
    '--no-progress',
    '--reporter',
    'compact',
    '--no-config-hints',
  ]
  const { status, stdout, stderr } = await run(nodeProgram(), parameters)
  const faults = status === 0 ? [] : linesOf(stdout + stderr)
  return {
    name: 'dead-code',
    ok: status === 0,
    summary: status === 0 ? 'nothing unused' : `${faults.length} lines from knip`,
    faults,
  }
}
