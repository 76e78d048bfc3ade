import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { root } from '../lib/project.ts'
import { inPackage, nodeProgram } from '../lib/run.ts'
import { ensureWebApp } from '../../bin/bootstrap/web-app.js'
import type { Cell } from './cell.ts'
import { readReport } from './read-report.ts'

/** Runs the tests in the runtimes they belong to: the browser's driver wants Node, everything else runs on Bun. */
export async function runCells(paths: string[]): Promise<Cell[]> {
  ensureWebApp()
  const web = paths.filter((path) => path.startsWith(WEB))
  const other = paths.filter((path) => !path.startsWith(WEB))
  const cells: Cell[] = []
  if (paths.length === 0 || other.length > 0) {
    cells.push(
      await runCell('bun, sqlite', [process.execPath, '--bun'], [...other, '--pool=threads', '--exclude', `${WEB}/**`]),
    )
  }
  if (paths.length === 0 || web.length > 0) {
    cells.push(
      await runCell(
        'node, browser',
        [nodeProgram()],
        [...(web.length > 0 ? web : [WEB]), '--pool=forks', '--no-file-parallelism', BROWSER_RETRY],
      ),
    )
  }
  return cells
}

const WEB = 'tests/web'
/** A real browser on a busy machine is now and then late: a test is tried again once, and the report says that it was. */
const BROWSER_RETRY = '--retry=1'

async function runCell(name: string, [program, ...before]: string[], parameters: string[]): Promise<Cell> {
  const began = performance.now()
  const folder = await mkdtemp(join(tmpdir(), 'daybook-test-'))
  const report = join(folder, 'report.json')
  console.log(`\n== ${name}`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = await runVitest(program!, [
    ...before,
    inPackage('vitest', 'vitest.mjs'),
    'run',
    ...reporters,
    ...parameters,
  ])
  const text = await readFile(report, 'utf8').catch(() => null)
  await rm(folder, { recursive: true })

  const { passed, failed, notRun } = readReport(text)
  // A runner that ends badly without a failed test died, or met an error outside any test.
  const unexplained = status !== 0 && failed === 0 ? 1 : 0
  if (unexplained)
    console.log(`The runner of "${name}" ended with status ${status} and no failed test; that counts as one.`)
  return { name, passed, failed: failed + unexplained, notRun, seconds: (performance.now() - began) / 1000 }
}

function runVitest(program: string, parameters: string[]): Promise<number> {
  const child = spawn(program, parameters, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
