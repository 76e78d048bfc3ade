import { join } from 'node:path'
import { openDaybook, type Daybook } from '#apps/server/open-daybook.ts'
import { uuidv7 } from '#base/ids.ts'
import { Failure } from '#kernel/failure.ts'
import { find, type SearchHit } from '#modules/search/contract.ts'
import { readStructure, selectStructure } from '#modules/search/server/index/index-structure.ts'
import { atLeast, atMost, notRun, rounded, type Check } from './lib/check.ts'
import { importInProcess } from './lib/import-in-process.ts'
import { median } from './lib/median.ts'
import { hasNotmuch, NO_NOTMUCH, notmuchNew, openNotmuch, writeMaildir, type NotmuchLibrary } from './lib/notmuch.ts'
import { findMailSamples, NO_SAMPLES } from './lib/samples.ts'
import { say } from './lib/say.ts'
import { tempFolder } from './lib/temp-folder.ts'

const RATIO = 0.3
const AGREEMENT = 0.995
const ROUNDS = 5
const RUNS = 100
/** Segments that upkeep leaves, at most. */
const MERGED = 2

/** A search as it is asked here, and as notmuch is asked: there words are quoted, or it would look for their stems. */
interface Asked {
  ours: string
  theirs: string
}

const same = (query: string): Asked => ({ ours: query, theirs: query })
const words = (...all: string[]): Asked => ({ ours: all.join(' '), theirs: all.map((word) => `"${word}"`).join(' ') })
const dated = (name: string, word: string, year: number): Asked => ({
  ours: `from:${name} ${word} date:${year}`,
  theirs: `from:${name} "${word}" date:${year}-01-01..${year}-12-31`,
})

const kinds: Record<string, Asked[]> = {
  'rare word': [words('overheating'), words('zephyr'), words('bringup')],
  'common word': [words('the'), words('patch'), words('openbmc')],
  'two words': [words('power', 'supply'), words('kernel', 'patch'), words('sensor', 'threshold')],
  'from:': [same('from:joel'), same('from:andrew'), same('from:patrick')],
  'a phrase': [same('"power supply"'), same('"device tree"'), same('"signed off by"')],
  'from+word+date': [dated('joel', 'dts', 2019), dated('andrew', 'kernel', 2020), dated('joel', 'aspeed', 2021)],
}

/** `mail.search`: the newest 50 inside the server, access checked, beside notmuch's library over the same mail. */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  const archives = findMailSamples(quick)
  const missing = archives === null ? NO_SAMPLES : (await hasNotmuch()) ? null : NO_NOTMUCH
  if (archives === null || missing !== null)
    return { checks: Object.keys(kinds).map((name) => notRun(name, RATIO, missing!)) }

  await using folder = await tempFolder()
  const maildir = join(folder.path, 'maildir')
  const count = await writeMaildir(maildir, archives)
  say(`notmuch new over ${count} messages: ${rounded((await notmuchNew(maildir)) / 1000)} s`)
  await using daybook = await openForBench(join(folder.path, 'data'))
  await importInProcess(daybook, archives)
  await merged(daybook)

  await using notmuch = openNotmuch(maildir)
  await warm(daybook, notmuch)
  const checks: Check[] = []
  for (const [name, asked] of Object.entries(kinds))
    checks.push(await compareTimes(name, asked, daybook, notmuch, quick))
  checks.push(await compareSets(Object.values(kinds).flat(), daybook, notmuch))
  return { checks }
}

const quiet = { debug() {}, info() {}, warn() {}, error: (...what: unknown[]) => say(what.map(String).join(' ')) }

async function openForBench(dataFolder: string): Promise<Daybook & AsyncDisposable> {
  const limits = { anonymousPerMinute: 1e9, authPerMinute: 1e9, signedInPerMinute: 1e9 }
  const daybook = await openDaybook({
    dataFolder,
    log: quiet,
    limits,
    rest: { log: quiet, hosts: ['localhost'] } as never,
    strict: false,
  })
  return { ...daybook, [Symbol.asyncDispose]: () => daybook.close() }
}

/** Upkeep after an import takes seconds; what is measured is the state a mailbox is in nearly always. */
async function merged(daybook: Daybook): Promise<void> {
  for (let waits = 0; waits < 60; waits++) {
    const { levels } = readStructure(
      await daybook.database.read(async (transaction) => transaction.get(selectStructure)),
    )
    if (levels.flat().length <= MERGED) return
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Error('The index was not merged within a minute')
}

/** Every search on both sides, so that what is measured first is a server at work too. */
async function warm(daybook: Daybook, notmuch: NotmuchLibrary): Promise<void> {
  for (const { ours, theirs } of Object.values(kinds).flat()) {
    await timeOurs(daybook, ours, RUNS)
    await notmuch.time(theirs, RUNS)
  }
}

/** The worst ratio of a kind's searches, each the median of rounds in which both take turns. */
async function compareTimes(
  name: string,
  asked: Asked[],
  daybook: Daybook,
  notmuch: NotmuchLibrary,
  quick: boolean,
): Promise<Check> {
  const rounds = quick ? 3 : ROUNDS
  const details: { query: string; ours: number; theirs: number; ratio: number }[] = []
  for (const { ours, theirs } of asked) {
    await timeOurs(daybook, ours, RUNS)
    const pairs: { ours: number; theirs: number }[] = []
    for (let round = 0; round < rounds; round++) {
      pairs.push({ theirs: await notmuch.time(theirs, RUNS), ours: await timeOurs(daybook, ours, RUNS) })
    }
    const ratio = median(pairs.map((pair) => pair.ours / pair.theirs))
    details.push({
      query: ours,
      ours: rounded(median(pairs.map((pair) => pair.ours))),
      theirs: rounded(median(pairs.map((pair) => pair.theirs))),
      ratio: rounded(ratio),
    })
  }
  for (const { query, ours, theirs, ratio } of details)
    say(`${name}: ${query}: ${ours} ms beside ${theirs} ms, ${ratio}`)
  return atMost(name, Math.max(...details.map(({ ratio }) => ratio)), RATIO, details)
}

async function timeOurs(daybook: Daybook, q: string, runs: number): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < runs; n++) {
    const started = performance.now()
    await search(daybook, { q, snippets: false })
    times.push(performance.now() - started)
  }
  return median(times)
}

/**
 * The part of Message-IDs found by both among those found by either, over all searches. Where one differs, the report
 * names some that only one side finds; docs/decisions/0031-words-of-the-index.md says why there are any.
 */
async function compareSets(asked: Asked[], daybook: Daybook, notmuch: NotmuchLibrary): Promise<Check> {
  const details: { query: string; agreement: number; oursOnly: string[]; theirsOnly: string[] }[] = []
  let [both, either] = [0, 0]
  for (const { ours, theirs } of asked) {
    const left = comparable(await ourIds(daybook, ours))
    const right = comparable(await notmuch.ids(theirs))
    const [shared, all] = [left.intersection(right).size, left.union(right).size]
    both += shared
    either += all
    say(`${ours}: ${left.size} here, ${right.size} there, ${((100 * shared) / Math.max(1, all)).toFixed(2)} % the same`)
    if (shared === all) continue
    const [oursOnly, theirsOnly] = [[...left.difference(right)].slice(0, 5), [...right.difference(left)].slice(0, 5)]
    details.push({ query: ours, agreement: shared / all, oursOnly, theirsOnly })
  }
  return atLeast('agreement of ids', both / Math.max(1, either), AGREEMENT, details)
}

/** notmuch makes up an id where a message has none, or one of more than 244 characters. */
function comparable(ids: Iterable<string | null>): Set<string> {
  const longest = 244
  return new Set(
    Array.from(ids).filter((id) => id !== null && id.length <= longest && !id.startsWith('notmuch-sha1-')) as string[],
  )
}

async function ourIds(daybook: Daybook, q: string): Promise<(string | null)[]> {
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: SearchHit[]; next: string | null } = await search(daybook, {
      q,
      snippets: false,
      type: 'mail',
      limit: 200,
      ...(cursor && { cursor }),
    })
    found.push(...page.items.map(({ id }) => id))
    cursor = page.next
  } while (cursor)
  const rows = await daybook.database.read(async (transaction) =>
    transaction.all('SELECT id, message_id FROM mail_message'),
  )
  const messageIds = new Map(rows.map((row) => [String(row.id), row.message_id as string | null]))
  return found.map((id) => messageIds.get(id) ?? null)
}

async function search(
  daybook: Daybook,
  input: { q: string; snippets: boolean; type?: string; limit?: number; cursor?: string },
) {
  const answer = await daybook.kernel.execute(find, input, {
    actor: daybook.owner,
    surface: 'bench',
    requestId: uuidv7(),
    address: '',
  })
  if (answer instanceof Failure) throw new Error(`${input.q}: ${answer.detail}`)
  return answer as { items: SearchHit[]; next: string | null }
}
