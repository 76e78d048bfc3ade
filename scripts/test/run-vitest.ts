import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../lib/project.ts'
import { inPackage } from '../lib/run.ts'
import type { Cell } from './cell.ts'
import { readReport } from './read-report.ts'

/** One way of running tests: a name, the runtime with its own words, and what is set for the tests. */
export interface Way {
  name: string
  runtime: string[]
  environment?: Record<string, string>
}

/** Runs vitest in one way and counts what it reports. */
export async function runVitest({ name, runtime, environment = {} }: Way, parameters: string[]): Promise<Cell> {
  const began = performance.now()
  const folder = await mkdtemp(join(tmpdir(), 'daybook-test-'))
  const report = join(folder, 'report.json')
  console.log(`\n== ${name}`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const [program, ...before] = runtime
  const words = [...before, inPackage('vitest', 'vitest.mjs'), 'run', ...reporters, ...parameters]
  const status = await ended(program!, words, environment)
  const text = await readFile(report, 'utf8').catch(() => null)
  await rm(folder, { recursive: true })

  const { passed, failed, notRun, files } = readReport(text)
  // A runner that ends badly without a failed test died, or met an error outside any test.
  const unexplained = status !== 0 && failed === 0 ? 1 : 0
  if (unexplained)
    console.log(`The runner of "${name}" ended with status ${status} and no failed test; that counts as one.`)
  return { name, passed, failed: failed + unexplained, notRun, seconds: (performance.now() - began) / 1000, files }
}

function ended(program: string, parameters: string[], environment: Record<string, string>): Promise<number> {
  const env = { ...process.env, ...environment }
  const child = spawn(program, parameters, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
