import { execFileSync } from 'node:child_process'
import { chromium, type Page } from 'playwright-core'
import type { Scrolled } from './scrolled.ts'
import { endWatch, watchRows } from './watch-rows.ts'

const [link, secondsText] = process.argv.slice(2)
if (!link) throw new Error('Say which link to open, and how many seconds to scroll each way')
const milliseconds = Number(secondsText ?? 10) * 1000

/** Opens the inbox by a sign-in link, scrolls it, and writes one line of JSON. */
async function main(): Promise<void> {
  const executablePath = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim()
  await using opened = new AsyncDisposableStack()
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    // A scrollbar is one of the ways.
    ignoreDefaultArgs: ['--hide-scrollbars'],
  })
  opened.defer(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(link!)
  await page.waitForURL('**/today')
  await page.goto(new URL('/inbox', page.url()).href)
  await page.locator('[data-index="0"]').waitFor()
  await page.waitForLoadState('networkidle')

  const ways: Scrolled['ways'] = []
  for (const [way, scroll] of Object.entries({ wheel: byWheel, scrollbar: byScrollbar, 'End key': byEndKey })) {
    await page.evaluate(watchRows)
    await scroll(page)
    ways.push({ way, ...(await page.evaluate(endWatch)) })
  }
  console.log(JSON.stringify({ ways, keys: await pressKeys(page) } satisfies Scrolled))
}

/** Where the thumb is when the list is at its top: below the arrow. */
const THUMB = 26

async function byWheel(page: Page): Promise<void> {
  const list = await boxOf(page)
  await page.mouse.move(list.x + 100, list.y + list.height / 2)
  const until = performance.now() + milliseconds
  while (performance.now() < until) {
    await page.mouse.wheel(0, 900)
    await page.waitForTimeout(12)
  }
}

/** Up and down by the scrollbar, quicker than anybody reads. */
async function byScrollbar(page: Page): Promise<void> {
  const list = await boxOf(page)
  const x = list.x + list.width - 6
  // The wheel has some way to go yet when it is let go.
  await page.waitForTimeout(1000)
  await page.locator('[data-scroller]').evaluate((element) => (element.scrollTop = 0))
  await page.waitForTimeout(500)
  await page.mouse.move(x, list.y + THUMB)
  await page.mouse.down()
  const until = performance.now() + milliseconds
  for (let step = 0; performance.now() < until; step++) {
    const share = (1 - Math.cos(step / 12)) / 2
    await page.mouse.move(x, list.y + THUMB + share * (list.height - 2 * THUMB))
    await page.waitForTimeout(12)
  }
  await page.mouse.up()
}

async function byEndKey(page: Page): Promise<void> {
  await page.locator('[data-index] [data-focus]').first().focus()
  const until = performance.now() + milliseconds
  while (performance.now() < until) {
    await page.keyboard.press('End')
    await page.waitForTimeout(150)
  }
}

/** Milliseconds from a key in the palette to the frame that shows what fits (Event Timing). */
async function pressKeys(page: Page): Promise<Scrolled['keys']> {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Find a page' })
  await field.waitFor()
  await field.fill('tasks.create')
  await page
    .getByRole('option', { name: /tasks\.create/ })
    .first()
    .waitFor()
  const operations = await page.evaluate(async () => {
    const document = (await (await fetch('/api/v1/openapi.json')).json()) as { paths: Record<string, object> }
    return Object.values(document.paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0)
  })
  await field.fill('')
  await page.evaluate(() => {
    const durations: number[][] = []
    Object.assign(window, { keyDurations: durations })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (entry.name === 'keydown' || entry.name === 'input')
          durations.push([entry.duration, entry.processingEnd - entry.processingStart])
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  const text = 'archive the mail of last year and make a task of it'
  for (const letter of text) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout(40)
  }
  await page.waitForTimeout(500)
  const durations = await page.evaluate(() => (window as unknown as { keyDurations: number[][] }).keyDurations)
  const frames = durations.map(([frame]) => frame!).sort((a, b) => a - b)
  return {
    slowest: frames.at(-1) ?? 0,
    // What is quicker than 16 ms is not told.
    median: frames.length * 2 < text.length ? 16 : frames[Math.floor(frames.length / 2)]!,
    script: Math.round(Math.max(0, ...durations.map(([, script]) => script!))),
    pressed: text.length,
    operations,
  }
}

async function boxOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  return (await page.locator('[data-scroller]').boundingBox())!
}

await main()
