import { nodeProgram } from '../lib/run.ts'
import { ensureWebApp } from '../../bin/bootstrap/web-app.js'
import type { Cell } from './cell.ts'
import { comparisonCell } from './compare-cells.ts'
import { environmentOf, findPostgres, startPostgres } from './postgres-server.ts'
import { runVitest, type Way } from './run-vitest.ts'
import { storageTests } from './storage-tests.ts'

const WEB = 'tests/web'
/** What only PostgreSQL can show. */
const POSTGRES = ['tests/postgres', 'packages/platform/postgres']
/** A browser beside another on two processors is late for everything. */
const ONE_BY_ONE = ['--pool=forks', '--no-file-parallelism']

/** What stands for the tests of browsers and kills in the other cells. */
const SMOKE = ['tests/kill/smoke.test.ts', 'tests/web/keyboard.test.ts']
const ON_NODE = { DAYBOOK_RUNTIME: 'node' }

const BUN = [process.execPath, '--bun']

/**
 * Runs all tests on Bun with SQLite; what stores something also on Node and on PostgreSQL, with the same counts; the
 * browser's driver on Node.
 */
export async function runCells(): Promise<Cell[]> {
  ensureWebApp()
  const storage = await storageTests()
  const first = await runVitest(
    { name: 'bun, sqlite', runtime: BUN },
    { options: ['--pool=threads', ...without([WEB, ...POSTGRES])] },
  )
  const node = await runVitest(
    { name: 'node, sqlite', runtime: [nodeProgram()] },
    { paths: storage, options: ['--pool=threads'] },
  )
  const postgres = await postgresCells(storage)
  const smoke = await runSmoke({ name: 'smoke: node, sqlite', environment: ON_NODE })
  const browser = await runBrowser([WEB])
  const cells = [first, node, ...postgres]
  return [...cells, comparisonCell(storage, cells.filter(isCompared)), smoke, browser]
}

/** Runs the tests below some paths: on Bun, unless they are the browser's, and on the database that the environment names. */
export async function runPaths(paths: string[]): Promise<Cell[]> {
  ensureWebApp()
  const web = paths.filter((path) => path.startsWith(WEB))
  const other = paths.filter((path) => !path.startsWith(WEB))
  const database = process.env.DAYBOOK_TEST_DATABASE ?? 'sqlite'
  const cells: Cell[] = []
  if (other.length > 0)
    cells.push(
      await runVitest({ name: `bun, ${database}`, runtime: BUN }, { paths: other, options: ['--pool=threads'] }),
    )
  if (web.length > 0) cells.push(await runBrowser(web))
  return cells
}

function runBrowser(paths: string[]): Promise<Cell> {
  const way: Way = { name: 'node, browser', runtime: [nodeProgram()] }
  return runVitest(way, { paths, options: ONE_BY_ONE })
}

/** The main job by keyboard and a server that is killed, beyond Bun and SQLite; the browser's driver is on Node. */
function runSmoke(way: Omit<Way, 'runtime'>): Promise<Cell> {
  return runVitest({ ...way, runtime: [nodeProgram()] }, { paths: SMOKE, options: ONE_BY_ONE })
}

/** One server for both runtimes: every test app has a database of its own. */
async function postgresCells(storage: string[]): Promise<Cell[]> {
  if (!findPostgres()) return [missing('bun, postgres'), missing('node, postgres')]
  const server = await startPostgres()
  const environment = environmentOf(server)
  const what = { paths: [...storage, ...POSTGRES], options: ['--pool=threads'] }
  try {
    return [
      await runVitest({ name: 'bun, postgres', runtime: BUN, environment }, what),
      await runVitest({ name: 'node, postgres', runtime: [nodeProgram()], environment }, what),
      await runSmoke({ name: 'smoke: bun, postgres', environment }),
      await runSmoke({ name: 'smoke: node, postgres', environment: { ...environment, ...ON_NODE } }),
    ]
  } finally {
    await server.stop()
  }
}

function missing(name: string): Cell {
  return { name, passed: 0, failed: 0, notRun: [`every test on "${name}"`], seconds: 0 }
}

const isCompared = ({ name, files }: Cell) => files !== undefined && !name.startsWith('smoke')

const without = (folders: string[]) => folders.map((folder) => `--exclude=${folder}/**`)
