import { inPackage, nodeProgram, run } from '../lib/run.ts'
import { linesOf, type CheckResult } from './check-result.ts'

/**
 * The worlds, each with what it may use: contracts run anywhere, the server has node, the web has the DOM, and tests
 * that drive a browser have both.
 * Type instantiations are bounded because they do not depend on the machine as seconds do; double is time to look.
 */
const PROJECTS = [
  { name: 'contract', bound: 4_000_000 },
  { name: 'server', bound: 24_000_000 },
  { name: 'web', bound: 8_000_000 },
  { name: 'browser', bound: 3_000_000 },
]

/** TypeScript over each world. */
export async function checkTypes(): Promise<CheckResult> {
  const faults: string[] = []
  const summaries: string[] = []
  for (const { name, bound } of PROJECTS) {
    const parameters = [
      inPackage('typescript-7', 'bin', 'tsc'),
      '-p',
      `tsconfig.${name}.json`,
      '--extendedDiagnostics',
      '--pretty',
      'false',
    ]
    const { status, stdout, stderr } = await run(nodeProgram(), parameters)
    const files = figure(stdout, 'Files')
    const instantiations = figure(stdout, 'Instantiations')
    const errors = linesOf(stdout).filter((line) => /error TS\d+/.test(line))
    faults.push(...errors)
    if (status !== 0 && errors.length === 0) faults.push(...linesOf(stderr + stdout).slice(0, 5))
    if (files === 0) faults.push(`tsconfig.${name}.json looked at no file`)
    if (instantiations > bound)
      faults.push(`tsconfig.${name}.json needs ${instantiations} type instantiations, more than ${bound}`)
    summaries.push(`${name} ${files} files, ${Math.ceil(instantiations / 1000)}k instantiations`)
  }
  return { name: 'types', ok: faults.length === 0, summary: summaries.join('; '), faults }
}

function figure(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
}
