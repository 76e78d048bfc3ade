import { execFileSync } from 'node:child_process'
import { chromium, type CDPSession, type Page } from 'playwright-core'
import { spreadOf, type QuickAdded } from './quick-added.ts'

const [link, countText] = process.argv.slice(2)
if (!link) throw new Error('Say which link to open, and how many lines to type')
const count = Number(countText ?? 100)

const DEEDS = ['Call', 'Pay', 'Review', 'Book', 'Write to', 'Clean']
const THINGS = ['the landlord', 'the invoice', 'the draft', 'a table', 'Ada', 'the kitchen']
const WHEN = ['tomorrow at 5pm', 'next week', 'every other tue', 'on Friday', 'by the 15th', 'in 3 days']

/** Types lines into the field for a new task, and writes what the trace says of them as one line of JSON. */
async function main(): Promise<void> {
  const executablePath = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim()
  await using opened = new AsyncDisposableStack()
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
  opened.defer(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  await page.goto(link!)
  await page.waitForURL('**/today')
  await page.goto(new URL('/tasks', page.url()).href)
  await page.getByLabel('New task').waitFor()
  await page.waitForLoadState('networkidle')
  // The first line brings the reader of lines, here and on the server.
  await typeLine(page, 'Call Bob tomorrow')

  await page.evaluate(watchKeys)
  const trace = await startTrace(await page.context().newCDPSession(page))
  for (let n = 0; n < count; n++) await typeLine(page, lineOf(n))
  const events = await trace.end()
  const keys = await page.evaluate(() => (window as unknown as { keyDurations: number[] }).keyDurations)
  const typed = lineOf(0).length * count
  // What is quicker than 16 ms is not told.
  const quick = Array.from({ length: Math.max(0, typed - keys.length) }, () => 16)
  const tasks = await page.evaluate(async () => {
    let all = 0
    for (let cursor: string | null = ''; cursor !== null;) {
      const response = await fetch(`/api/v1/tasks?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
      const { items, next } = (await response.json()) as { items: unknown[]; next: string | null }
      all += items.length
      cursor = next
    }
    return all
  })
  console.log(
    JSON.stringify({
      saved: spreadOf(savedTimes(events)),
      keys: spreadOf([...keys, ...quick]),
      tasks,
    } satisfies QuickAdded),
  )
}

function lineOf(n: number): string {
  const pick = (words: readonly string[], step: number) => words[Math.floor(n / step) % words.length]!
  return `${pick(DEEDS, 1)} ${pick(THINGS, 6)} ${pick(WHEN, 2)} #label${n % 5} !${(n % 3) + 1} 30m`
}

/** Key by key, then Enter; goes on when the field is empty and the answer is there. */
async function typeLine(page: Page, line: string): Promise<void> {
  const field = page.getByLabel('New task')
  await field.focus()
  await page.keyboard.type(line, { delay: 4 })
  const answered = page.waitForResponse((response) => response.url().endsWith('/tasks/quick-add'))
  await page.keyboard.press('Enter')
  const response = await answered
  if (!response.ok()) throw new Error(`"${line}" was answered ${response.status()}`)
  await response.finished()
}

interface TraceEvent {
  name: string
  ts: number
  args: { data?: { type?: string; url?: string; requestId?: string } }
}

/** Chromium's own trace of input and of the network. */
async function startTrace(session: CDPSession): Promise<{ end: () => Promise<TraceEvent[]> }> {
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'], excludedCategories: ['*'] },
  })
  return {
    async end() {
      const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
      await session.send('Tracing.end')
      await complete
      return events.toSorted((a, b) => a.ts - b.ts)
    },
  }
}

/** Milliseconds from the last key before each request to the end of its answer. */
function savedTimes(events: readonly TraceEvent[]): number[] {
  const times: number[] = []
  const begun = new Map<string, number>()
  let pressed = 0
  for (const { name, ts, args } of events) {
    const { type, url, requestId } = args.data ?? {}
    if (name === 'EventDispatch' && type === 'keydown') pressed = ts
    if (name === 'ResourceSendRequest' && url?.endsWith('/tasks/quick-add')) begun.set(requestId!, pressed)
    const from = name === 'ResourceFinish' ? begun.get(requestId!) : undefined
    if (from !== undefined) times.push((ts - from) / 1000)
  }
  return times
}

/** Runs in the page: keeps how long keys took until their frame. */
function watchKeys(): void {
  const durations: number[] = []
  Object.assign(window, { keyDurations: durations })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') durations.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}

await main()
