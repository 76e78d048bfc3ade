import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { find } from '#modules/search/contract.ts'
import { testPostgresUrl } from '#testing/postgres-databases.ts'
import type { TestApp } from '#testing/test-app.ts'
import { importBytes, openSearchedApp } from '../mail/mail-app.ts'
import { isReadable } from '../search/search-app.ts'

const samples = process.env.DAYBOOK_SAMPLES
const MESSAGES = Number(process.env.DAYBOOK_COMPARED_MESSAGES ?? 600)
const QUERIES = 300

const missing = samples ? null : 'DAYBOOK_SAMPLES is not set'

let apps: TestApp[]
let queries: string[]

beforeAll(async () => {
  if (missing) return
  expect(testPostgresUrl()).not.toBeNull()
  const mbox = gunzipSync(await readFile(join(samples!, 'mail/openbmc-4000.mbox.gz'))).toString('latin1')
  const messages = mbox.split(/^(?=From )/m).slice(0, MESSAGES)
  queries = drawQueries(messages)
  const onPostgres = await openSearchedApp()
  vi.stubEnv('DAYBOOK_TEST_DATABASE', '')
  const onSqlite = await openSearchedApp()
  vi.unstubAllEnvs()
  apps = [onSqlite, onPostgres]
  for (const app of apps) await importBytes(app, messages.join(''))
}, 600_000)
afterAll(async () => {
  for (const app of apps ?? []) await app[Symbol.asyncDispose]()
})

it.skipIf(missing !== null)(
  `finds the same on both databases, in ${QUERIES} searches drawn from the mail itself${missing ? ` (not run: ${missing})` : ''}`,
  async () => {
    expect(apps.map(({ daybook }) => daybook.database.dialect)).toEqual(['sqlite', 'postgres'])
    let found = 0
    for (const q of queries) {
      const [onSqlite, onPostgres] = await Promise.all(apps.map((app) => everything(app, q)))
      expect(onPostgres, q).toEqual(onSqlite)
      found += onSqlite!.length
    }
    // Searches that find nothing would agree on any two programs.
    expect(found).toBeGreaterThan(QUERIES * 5)
  },
  600_000,
)

/** All that a search finds. Ids differ between two imports, and so does the order within a second. */
async function everything(app: TestApp, q: string): Promise<string[]> {
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: { date: string; title: string; people: string }[]; next: string | null } = await app.call(
      find,
      { q, snippets: false, limit: 200, ...(cursor !== null && { cursor }) },
    )
    found.push(...page.items.map(({ date, title, people }) => `${date} ${people} ${title}`))
    cursor = page.next
  } while (cursor !== null)
  return found.sort()
}

/** Words, phrases, beginnings, fields, dates and their combinations, out of lines that stand in the mail. */
function drawQueries(messages: string[]): string[] {
  const pick = randomOf(20261121)
  const wordsOfLine = (): string[] => {
    for (;;) {
      const lines = pick(messages).slice(0, 20_000).split('\n')
      const words = Buffer.from(pick(lines), 'latin1')
        .toString('utf8')
        .match(/[\p{L}\p{N}_]+/gu)
      if (words && words.length > 3) return words
    }
  }
  const word = () => pick(wordsOfLine())
  const beginning = () => word().slice(0, 1 + pick([0, 0, 1, 1, 2, 3, 4]))
  const phrase = () => {
    const words = wordsOfLine()
    const at = pick([...words.keys()].slice(0, -2))
    return `"${words.slice(at, at + pick([2, 2, 3])).join(' ')}"`
  }
  const makers: (() => string)[] = [
    word,
    phrase,
    () => `${word()} ${word()}`,
    () => `${word()} -${word()}`,
    () => `${word()} OR ${word()}`,
    () => `-${word()} ${phrase()}`,
    () => `${beginning()}*`,
    () => `${word()} ${beginning()}*`,
    () => `"${word()} ${beginning()}"*`,
    () => `from:${word()}`,
    () => `from:${beginning()}*`,
    () => `subject:${phrase()}`,
    () => `body:${word()}`,
    () => `body:${phrase()}`,
    () => `body:${beginning()}*`,
    () => `to:${beginning()}* -subject:${word()}`,
    () => `list:${beginning()}* ${word()}`,
    () => `date:${pick(['2015', '2016', '2019-05', '2018'])} ${word()}`,
    () => `(has:attachment OR ${phrase()}) ${word()}`,
  ]
  const drawn: string[] = []
  for (let n = 0; drawn.length < QUERIES; n++) {
    const q = makers[n % makers.length]!()
    if (isReadable(q)) drawn.push(q)
  }
  return drawn
}

/** A seeded choice (mulberry32). */
function randomOf(seed: number): <T>(of: readonly T[]) => T {
  let state = seed
  return (of) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return of[((((mixed ^ (mixed >>> 14)) >>> 0) % of.length) + of.length) % of.length]!
  }
}
