import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { below, notRun, rounded, type Check } from './lib/check.ts'
import { startDaybook, type DaybookProcess } from './lib/daybook-process.ts'
import { fillMail } from './lib/fill-mail.ts'
import { hasProgram } from './lib/project.ts'
import { say } from './lib/say.ts'
import { tempFolder } from './lib/temp-folder.ts'
import { load } from './lib/wrk.ts'
import { zipfMail, type ZipfMail } from './lib/zipf-mail.ts'

const MESSAGES = 100_000
const QUICK_MESSAGES = 10_000
const CONNECTIONS = 8
/** Eight people who never stop: each asks anew after 25 ms in the mean. */
const PAUSE_MILLISECONDS = 25
const P95_MILLISECONDS = 50
/** Words that stand in most messages, on PostgreSQL. */
const COMMON_ON_POSTGRES = 150

/** What is asked, as paths below `/api/v1`; they are sent in turn. */
interface Kind {
  name: string
  limit: number
  paths: string[]
}

/**
 * `scale.mail`: lists, threads and searches over 100,000 messages, by HTTP with a token, 8 connections at once. On the
 * database of `DAYBOOK_DATABASE_URL` where that is set: an empty one. What is made stays in the folder
 * `DAYBOOK_BENCH_KEEP` where that is set, and is taken from there the next time.
 */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  if (!hasProgram('wrk') || !hasProgram('taskset'))
    return { checks: [notRun('scale.mail', P95_MILLISECONDS, 'wrk and taskset are needed')] }
  const mail = zipfMail(quick ? QUICK_MESSAGES : MESSAGES)
  await using temporary = await tempFolder()
  const folder = process.env.DAYBOOK_BENCH_KEEP ?? temporary.path
  await mkdir(folder, { recursive: true })
  await using daybook = await startDaybook(join(folder, 'data'))
  await fillMail(daybook, mail, folder)

  const token = await daybook.createToken()
  const checks: Check[] = []
  for (const kind of await kindsOf(daybook, mail)) checks.push(await measure(daybook, token, kind, quick ? 2 : 5))
  return { checks }
}

async function measure({ url, process: { pid } }: DaybookProcess, token: string, kind: Kind, seconds: number) {
  const requests = kind.paths.map((path) => ({ method: 'GET', path: `/api/v1${path}` }))
  const common = { url, token, pid, requests, connections: CONNECTIONS, pause: PAUSE_MILLISECONDS }
  await load({ ...common, seconds: 1 })
  const { p50, p95, p99, max, requestsPerSecond } = await load({ ...common, seconds })
  say(`${kind.name}: p50 ${rounded(p50)} ms, p95 ${rounded(p95)} ms, ${rounded(requestsPerSecond)} a second`)
  return below(`${kind.name}: p95 in ms`, p95, kind.limit, { p50, p99, max, requestsPerSecond })
}

async function kindsOf(daybook: DaybookProcess, mail: ZipfMail): Promise<Kind[]> {
  const common = process.env.DAYBOOK_DATABASE_URL ? COMMON_ON_POSTGRES : P95_MILLISECONDS
  const { items: labels } = await daybook.call<{ items: { id: string; name: string }[] }>('GET', '/labels')
  const cursors = await deepCursors(daybook)
  const { items: threads } = await daybook.call<{ items: { id: string }[] }>('GET', '/threads?limit=200')
  const search = (...all: string[]) => all.map((q) => `/search?q=${encodeURIComponent(q)}`)
  const { word, pair, name } = mail
  const kind = (title: string, paths: string[], limit = P95_MILLISECONDS): Kind => ({ name: title, limit, paths })
  return [
    kind('threads, first page', ['/threads']),
    kind(
      'threads, deep pages',
      cursors.map((cursor) => `/threads?cursor=${encodeURIComponent(cursor)}`),
    ),
    kind(
      'threads of a label',
      labels.map(({ id }) => `/threads?labelId=${id}`),
    ),
    kind('unread threads', ['/threads?unread=true']),
    kind(
      'unread threads of a label',
      labels.map(({ id }) => `/threads?labelId=${id}&unread=true`),
    ),
    kind(
      'a thread',
      threads.map(({ id }) => `/threads/${id}`),
    ),
    kind('search, rare words', search(...[20_000, 25_000, 31_000, 40_000, 55_000].map(word))),
    kind('search, words of the middle', search(...[300, 700, 1500, 4000].map(word))),
    kind('search, common words', search(...[0, 3, 12, 40, 90].map(word)), common),
    kind('search, two common words', search(`${word(0)} ${word(5)}`, `${word(20)} ${word(60)}`), common),
    kind(
      'search, two words',
      search(`${word(200)} ${word(900)}`, `${word(2000)} ${word(300)}`, `${word(3000)} ${word(5000)}`),
    ),
    kind('search, a word without another', search(`${word(250)} -${word(1)}`, `${word(30)} -${word(800)}`)),
    kind(
      'search, a phrase',
      search(...[0, 5, 40].map((n) => `"${pair(n).join(' ')}"`), `"${pair(7).toReversed().join(' ')}"`),
    ),
    kind('search, a phrase of common words', search(`"${word(1)} ${word(0)}"`, `"${word(50)} ${word(90)}"`), common),
    kind('search, from:', search(...[0, 3, 20, 150].map((n) => `from:${name(n)}`))),
    kind(
      'search, a date',
      search('date:2023', 'date:2021-03', `${word(40)} date:2022-05`, `${word(3000)} after:2025-01-01`),
    ),
    kind(
      'search, from: and a word and a date',
      search(`from:${name(2)} ${word(150)} date:2023`, `from:${name(9)} ${word(60)} date:2021`),
    ),
    kind('search, a beginning', search(...[100, 800, 5000].map((rank) => `${word(rank).slice(0, 4)}*`))),
    kind('search, a short beginning', search('a*', 's*', 'th*', 'ba*'), common),
    kind('search, unread with a word', search(`is:unread ${word(60)}`, `is:unread ${word(2000)}`, 'is:unread')),
    kind(
      'search, a label with a word',
      search(`label:travel ${word(400)}`, `label:work ${word(5000)}`, 'label:travel'),
    ),
  ]
}

/** Cursors of pages far down, along the list of all threads. */
async function deepCursors(daybook: DaybookProcess): Promise<string[]> {
  const cursors: string[] = []
  let cursor = ''
  do {
    const page = await daybook.call<{ next: string | null }>(
      'GET',
      `/threads?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    cursor = page.next ?? ''
    if (cursor) cursors.push(cursor)
  } while (cursor)
  return cursors.filter((_, n) => n % Math.ceil(cursors.length / 20) === Math.ceil(cursors.length / 40))
}
