import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../lib/project.ts'
import { inPackage } from '../lib/run.ts'
import type { Cell } from './cell.ts'
import { readReport, type FileResult } from './read-report.ts'

/** One way of running tests: a name, the runtime with its own words, and what is set for the tests. */
export interface Way {
  name: string
  runtime: string[]
  environment?: Record<string, string>
  /** Prints nothing of what the runner says. */
  silent?: boolean
}

/** The files to run, none for all, and vitest's own options. */
interface What {
  paths?: string[]
  options: string[]
}

/** More failed files than this are not late but broken. */
const FEW = 4

/**
 * Runs vitest in one way and counts what it reports. A few files that failed are run once more, by themselves and
 * anew: on a busy machine a browser or a server is now and then late. What passes only then is named in the total.
 */
export async function runVitest(way: Way, { paths = [], options }: What): Promise<Cell> {
  const began = performance.now()
  console.log(`\n== ${way.name}`)
  const first = await runOnce(way, [...paths, ...options])
  const files = first.files ?? new Map<string, FileResult>()
  const failed = [...files].filter(([, { failures }]) => failures.length > 0).map(([path]) => path)
  const late: string[] = []
  let { status } = first
  if (failed.length > 0 && failed.length <= FEW) {
    console.log(`\n== ${way.name}: once more, ${failed.join(', ')}`)
    const again = await runOnce(way, [...failed, ...options, '--no-file-parallelism'])
    ;({ status } = again)
    for (const path of failed) {
      const result = again.files?.get(path)
      if (result?.failures.length === 0) late.push(...files.get(path)!.failures)
      if (result) files.set(path, result)
    }
  }
  const results = [...files.values()]
  const failures = results.flatMap((file) => file.failures)
  // Without a report nothing is known. A runner that ends badly without a failed test died, or met an error outside any.
  if (!first.files) failures.push(`${way.name}: the runner ended with status ${first.status} and left no report`)
  else if (status !== 0 && failures.length === 0)
    failures.push(`${way.name}: the runner ended with status ${status} and no failed test`)
  return {
    name: way.name,
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: failures.length,
    notRun: results.flatMap(({ notRun }) => notRun),
    seconds: (performance.now() - began) / 1000,
    failures,
    late,
    files: new Map([...files].map(([path, { passed, failures: lost }]) => [path, passed + lost.length])),
  }
}

interface Once {
  status: number
  files: Map<string, FileResult> | null
}

async function runOnce({ runtime, environment = {}, silent = false }: Way, parameters: string[]): Promise<Once> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-test-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const [program, ...before] = runtime
  const words = [...before, inPackage('vitest', 'vitest.mjs'), 'run', ...reporters, ...parameters]
  const status = await ended(program!, words, { environment, silent })
  const text = await readFile(report, 'utf8').catch(() => null)
  await rm(folder, { recursive: true })
  return { status, files: readReport(text) }
}

function ended(
  program: string,
  parameters: string[],
  { environment, silent }: Required<Pick<Way, 'environment' | 'silent'>>,
): Promise<number> {
  const env = { ...process.env, ...environment }
  const output = silent ? 'ignore' : 'inherit'
  const child = spawn(program, parameters, { cwd: root, env, stdio: ['ignore', output, output] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
