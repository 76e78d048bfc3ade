import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { below, notRun, rounded, type Check } from './lib/check.ts'
import { startDaybook, type DaybookProcess } from './lib/daybook-process.ts'
import { fillTasks } from './lib/many-tasks.ts'
import { moveTree } from './lib/move-tree.ts'
import { hasProgram } from './lib/project.ts'
import { say } from './lib/say.ts'
import { tempFolder } from './lib/temp-folder.ts'
import { load } from './lib/wrk.ts'

const TASKS = 100_000
const QUICK_TASKS = 10_000
const CONNECTIONS = 4
/** Four people who never stop: each asks anew after 100 ms in the mean. */
const PAUSE_MILLISECONDS = 100
const P95_MILLISECONDS = 50
/** Of the tree that is moved. */
const NODES = 10_000
const QUICK_NODES = 1000

/**
 * `scale.tasks`: lists by filter, the board and the agenda over 100,000 tasks, by HTTP with a token, 4 connections at once.
 * On the database of `DAYBOOK_DATABASE_URL` where that is set: an empty one. What is made stays in the
 * folder `DAYBOOK_BENCH_KEEP` where that is set, and is taken from there the next time.
 */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  if (!hasProgram('wrk') || !hasProgram('taskset'))
    return { checks: [notRun('scale.tasks', P95_MILLISECONDS, 'wrk and taskset are needed')] }
  await using temporary = await tempFolder()
  const folder = process.env.DAYBOOK_BENCH_KEEP ?? temporary.path
  await mkdir(folder, { recursive: true })
  await using daybook = await startDaybook(join(folder, 'data'))
  await fillTasks(daybook, quick ? QUICK_TASKS : TASKS, folder)

  const token = await daybook.createToken()
  const checks: Check[] = []
  for (const { name, paths } of kinds()) checks.push(await measure(daybook, token, name, paths, quick ? 2 : 4))
  return { checks: [...checks, ...(await moveTree(daybook, quick ? QUICK_NODES : NODES))] }
}

async function measure(
  { url, process: { pid } }: DaybookProcess,
  token: string,
  name: string,
  paths: string[],
  seconds: number,
): Promise<Check> {
  const requests = paths.map((path) => ({ method: 'GET', path: `/api/v1${path}` }))
  const common = { url, token, pid, requests, connections: CONNECTIONS, pause: PAUSE_MILLISECONDS }
  await load({ ...common, seconds: 1 })
  const { p50, p95, p99, max, requestsPerSecond } = await load({ ...common, seconds })
  say(`${name}: p50 ${rounded(p50)} ms, p95 ${rounded(p95)} ms, ${rounded(requestsPerSecond)} a second`)
  return below(`${name}: p95 in ms`, p95, P95_MILLISECONDS, { p50, p99, max, requestsPerSecond })
}

/** What is asked, as paths below `/api/v1`; they are sent in turn. */
function kinds(): { name: string; paths: string[] }[] {
  const filter = (name: string, ...all: string[]) => ({
    name: `filter: ${name}`,
    paths: all.map((q) => `/tasks?q=${encodeURIComponent(q)}`),
  })
  const filtered = (view: string, ...all: string[]) => ({
    name: `${view}, filtered`,
    paths: all.map((q) => `/tasks/${view}?q=${encodeURIComponent(q)}`),
  })
  const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  return [
    { name: 'board', paths: ['/tasks/board'] },
    filtered('board', 'label:errand', 'project:"project 3"', 'priority:>1 energy:<3', 'label:label40'),
    { name: 'agenda', paths: ['/tasks/agenda', '/tasks/agenda?days=14', `/tasks/agenda?from=${dayAhead(60)}`] },
    filtered('agenda', 'label:errand', 'project:"project 3"', 'priority:>1'),
    { name: 'tops of trees', paths: ['/tasks/branches'] },
    { name: 'list, first page', paths: ['/tasks', '/tasks?sort=due', '/tasks?sort=priority', '/tasks?view=done'] },
    filter('a status', 'status:next', 'status:doing', 'status:waiting', 'status:inbox'),
    filter('a status that is rare', 'status:doing priority:3', 'status:doing energy:1'),
    filter('due', 'due:<7d', 'due:today', 'due:>30d sort:due', 'due:<7d status:next sort:-priority'),
    filter('a label', 'label:label0', 'label:label30', 'label:label59', 'label:errand -label:label0'),
    filter('a project', 'project:"project 3"', 'project:"project 39" status:next', '-project:"project 1"'),
    filter('energy and estimate', 'energy:1', 'estimate:<15m', 'energy:3 estimate:<15m', 'priority:high energy:low'),
    filter('days', 'deadline:<30d', 'start:<7d', 'deadline:<7d start:<7d', 'created:today'),
    filter('states', 'is:mine', 'has:estimate', 'has:deadline', 'is:blocked', 'has:steps', 'is:repeating'),
    filter('of all that is open none', 'energy:3 estimate:<3m', 'priority:3 spent:>5h', 'level:epic'),
    filter(
      'either of two',
      'status:doing OR priority:3',
      'label:label40 OR energy:3',
      '(due:<1d OR deadline:<7d) status:next',
    ),
    filter(
      'four things',
      'status:next due:<30d label:errand -project:"project 0"',
      'priority:>1 energy:<3 estimate:<2h has:due',
    ),
    filter('words', 'invoice', 'walrus', 'garden status:next', 'title:"the bicycle"'),
    filter('by score', 'sort:-score'),
    filter('by score, what presses least first', 'sort:score'),
    filter('by score, some', 'status:next sort:-score', 'label:errand sort:-score', 'due:<7d sort:-score'),
    filter('Eisenhower', 'priority:>1 due:<3d', 'priority:>1 -due:<3d', 'priority:<2 due:<3d', 'priority:<2 -due:<3d'),
  ]
}
