import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../lib/project.ts'
import { trackedFiles } from '../lib/tracked-files.ts'
import { readLcov, type FileCoverage } from './read-lcov.ts'

const LEAST = 80

/**
 * Line coverage by the runtime's own test runner, a line a part and the total. Only what runs in the process of the
 * tests is seen: the browser's pages and servers started as programs are not. Files that no test loads count as 0.
 */
export async function printCoverage(paths: string[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-coverage-'))
  const status = await runTests(folder, paths)
  const covered = readLcov(await readFile(join(folder, 'lcov.info'), 'utf8')).filter(({ path }) => isOurs(path))
  await rm(folder, { recursive: true })
  const seen = new Set(covered.map(({ path }) => path))
  const unseen = paths.length > 0 ? [] : (await trackedFiles()).filter((path) => isOurs(path) && !seen.has(path))
  const all = [...covered, ...(await Promise.all(unseen.map(uncovered)))]

  for (const [part, files] of Map.groupBy(all, ({ path }) => path.split('/').slice(0, 2).join('/'))) {
    console.log(`${part.padEnd(24)} ${percent(files).toFixed(1).padStart(5)} %`)
  }
  const total = percent(all)
  console.log(
    `\nLine coverage: ${total.toFixed(1)} % of ${all.length} files${unseen.length > 0 ? `, ${unseen.length} of them loaded by no test` : ''}`,
  )
  return status === 0 && (paths.length > 0 || total >= LEAST) ? 0 : 1
}

/** Source that runs on the server; contracts and types say what, not how. */
function isOurs(path: string): boolean {
  if (!/^(packages|modules|apps)\/.*\.ts$/.test(path) || path.endsWith('.d.ts')) return false
  return !/(\.test(-d)?\.ts$|-fixtures\.ts$|\/testing\/|\/web\/|^packages\/ui\/|^modules\/registry\/|contract\.ts$)/.test(
    path,
  )
}

async function uncovered(path: string): Promise<FileCoverage> {
  const text = await readFile(join(root, path), 'utf8')
  // A file of types alone has nothing to run.
  const code = text.split('\n').filter((line) => /^\s+(const|let|return|if|for|await|throw)\b/.test(line))
  return { path, lines: code.length, hit: 0 }
}

function percent(files: FileCoverage[]): number {
  const lines = files.reduce((sum, file) => sum + file.lines, 0)
  return lines === 0 ? 100 : (100 * files.reduce((sum, file) => sum + file.hit, 0)) / lines
}

function runTests(folder: string, paths: string[]): Promise<number> {
  const where = paths.length > 0 ? paths : ['packages', 'modules', 'apps', 'scripts', 'tests/conformance']
  const parameters = [
    'test',
    '--coverage',
    '--coverage-reporter=lcov',
    `--coverage-dir=${folder}`,
    '--timeout=60000',
    '--preload=./scripts/test/vitest-words.ts',
    ...where,
  ]
  const child = spawn(process.execPath, parameters, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
