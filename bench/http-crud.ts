import { atLeast, below, notRun, rounded, type Check } from './lib/check.ts'
import { startBareServer } from './lib/bare-process.ts'
import { startDaybook, type DaybookProcess } from './lib/daybook-process.ts'
import { importMail, importState, uploadMail } from './lib/mail-upload.ts'
import { median } from './lib/median.ts'
import { hasProgram } from './lib/project.ts'
import { findMailSamples, NO_SAMPLES } from './lib/samples.ts'
import { atRest } from './lib/at-rest.ts'
import { say } from './lib/say.ts'
import { tempFolder } from './lib/temp-folder.ts'
import { load, type LoadRequest, type LoadResult } from './lib/wrk.ts'

const ROUNDS = 3
const ROWS = 10_000

/** Requests a second of Daybook against a bare server of the same runtime and database, and beside an import. */
const KINDS = [
  { kind: 'read one', ratio: 0.35 },
  { kind: 'list 20', ratio: 0.35 },
  { kind: 'create one', ratio: 0.3 },
] as const
type Kind = (typeof KINDS)[number]['kind']

const P99_MILLISECONDS = 30
const DURING_IMPORT = 0.5

/** `http.crud`: token, validation, access and audit at 64 connections, against a server that does none of it. */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  if (!hasProgram('wrk') || !hasProgram('taskset'))
    return { checks: KINDS.map(({ kind, ratio }) => notRun(kind, ratio, 'wrk and taskset are needed')) }
  const seconds = quick ? 2 : 6
  await using folder = await tempFolder()
  await using bareFolder = await tempFolder()
  await using daybook = await startDaybook(folder.path, { core: 0 })
  await using bare = await startBareServer(bareFolder.path, ROWS)
  const ours: Target = {
    url: daybook.url,
    pid: daybook.process.pid,
    token: await daybook.createToken(),
    id: await makeTasks(daybook, ROWS),
  }

  await haveTheSameMembers(ours, bare)
  for (const { kind } of KINDS) for (const target of [ours, bare]) await measure(target, kind, 1)
  const measured = Object.fromEntries(KINDS.map(({ kind }) => [kind, { ours: [], bare: [] }])) as unknown as Record<
    Kind,
    Rounds
  >
  for (let round = 1; round <= ROUNDS; round++) {
    for (const { kind } of KINDS) {
      // What the creates before it left to the index is not part of a read: beside work is measured on its own below.
      await atRest(daybook)
      const left = await measure(ours, kind, seconds)
      const right = await measure(bare, kind, seconds)
      measured[kind].ours.push(left)
      measured[kind].bare.push(right)
      say(
        `round ${round}, ${kind}: ${perSecond(left)} against ${perSecond(right)} a second, p99 ${rounded(left.p99)} ms, cpu ${cpuOf(left)} against ${cpuOf(right)} µs`,
      )
    }
  }

  const alone = KINDS.flatMap(({ kind, ratio }) => toChecks(kind, ratio, measured[kind]))
  return { checks: [...alone, ...(await measureDuringImport(daybook, ours, measured, quick))] }
}

interface Target {
  url: string
  token: string
  /** The id of a task that is there. */
  id: string
  pid: number
}

/** A record with more in it takes longer, whoever answers it: both answer the same one. */
async function haveTheSameMembers(...targets: Target[]): Promise<void> {
  const members = await Promise.all(
    targets.map(async ({ url, token, id }) => {
      const headers = { authorization: `Bearer ${token}` }
      const response = await fetch(`${url}/api/v1/tasks/${id}`, { headers })
      return Object.keys((await response.json()) as object)
        .sort()
        .join(' ')
    }),
  )
  if (new Set(members).size > 1) throw new Error(`The servers answer different records: ${members.join(' | ')}`)
}

interface Rounds {
  ours: LoadResult[]
  bare: LoadResult[]
}

function measure({ url, token, id, pid }: Target, kind: Kind, seconds: number): Promise<LoadResult> {
  return load({ url, token, pid, seconds, requests: requestsOf(kind, id) })
}

function requestsOf(kind: Kind, id: string): LoadRequest[] {
  if (kind === 'read one') return [{ method: 'GET', path: `/api/v1/tasks/${id}` }]
  if (kind === 'list 20') return [{ method: 'GET', path: '/api/v1/tasks?limit=20' }]
  return Array.from({ length: 100 }, (_, n) => ({ method: 'POST', path: '/api/v1/tasks', body: taskOf(n) }))
}

function taskOf(n: number) {
  return { title: `Task ${n}`, notes: 'Made under load', priority: n % 4, dueAt: '2026-12-01T09:00:00Z' }
}

function toChecks(kind: Kind, limit: number, { ours, bare }: Rounds): Check[] {
  const ratios = ours.map((result, round) => result.requestsPerSecond / bare[round]!.requestsPerSecond)
  const detail = {
    ours: ours.map(perSecond),
    bare: bare.map(perSecond),
    ratios: ratios.map(rounded),
    cpuMicroseconds: { ours: ours.map(cpuOf), bare: bare.map(cpuOf) },
  }
  const p99 = { ours: ours.map((result) => result.p99), bare: bare.map((result) => result.p99) }
  return [
    atLeast(`${kind}: requests/s against a bare server`, median(ratios), limit, detail),
    below(`${kind}: p99 in ms`, median(p99.ours), P99_MILLISECONDS, p99),
  ]
}

/** While 20,000 messages are imported into the same server, everybody else keeps at least half the speed. */
async function measureDuringImport(
  daybook: DaybookProcess,
  ours: Target,
  measured: Record<Kind, Rounds>,
  quick: boolean,
): Promise<Check[]> {
  const nameOf = (kind: Kind) => `${kind}: requests/s during an import, of what it has without`
  const samples = findMailSamples(false)
  if (!samples) return KINDS.map(({ kind }) => notRun(nameOf(kind), DURING_IMPORT, NO_SAMPLES))

  const upload = await uploadMail(daybook, samples)
  const importId = await importMail(daybook, upload.id)
  while ((await importState(daybook, importId)).stored < 100) await new Promise((resolve) => setTimeout(resolve, 20))
  const checks: Check[] = []
  for (const { kind } of KINDS) {
    const before = await importState(daybook, importId)
    const result = await measure(ours, kind, quick ? 2 : 4)
    const after = await importState(daybook, importId)
    const alone = median(measured[kind].ours.map(({ requestsPerSecond }) => requestsPerSecond))
    const detail = {
      during: perSecond(result),
      alone: Math.round(alone),
      p99: result.p99,
      storedMeanwhile: after.stored - before.stored,
      state: after.state,
    }
    say(`during the import, ${kind}: ${JSON.stringify(detail)}`)
    checks.push(
      after.state === 'running' || after.state === 'indexing'
        ? atLeast(nameOf(kind), result.requestsPerSecond / alone, DURING_IMPORT, detail)
        : notRun(nameOf(kind), DURING_IMPORT, 'The import ended before the measurement did'),
    )
  }
  return checks
}

async function makeTasks(daybook: DaybookProcess, count: number): Promise<string> {
  let made = 0
  let id = ''
  const work = async () => {
    while (made < count) ({ id } = await daybook.call<{ id: string }>('POST', '/tasks', taskOf(made++)))
  }
  await Promise.all(Array.from({ length: 64 }, work))
  return id
}

function perSecond({ requestsPerSecond }: LoadResult): number {
  return Math.round(requestsPerSecond)
}

function cpuOf({ cpuMicroseconds }: LoadResult): number {
  return rounded(cpuMicroseconds)
}
