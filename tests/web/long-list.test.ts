import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page, Route } from 'playwright-core'
import { openWorld, type World } from './support/world.ts'

const THREADS = 100_000
let world: World
let page: Page

beforeAll(async () => {
  world = await openWorld()
  ;({ page } = await world.open())
  // What is measured is the list, not the server: its pages are made up here.
  await page.route('**/api/v1/threads?*', (route) => route.fulfill({ json: pageOf(route) }))
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /Thread number 0 / }).waitFor()
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

function pageOf(route: Route): object {
  const query = new URL(route.request().url()).searchParams
  const start = Number(query.get('cursor') ?? 0)
  const end = Math.min(THREADS, start + Number(query.get('limit')))
  const items = Array.from({ length: end - start }, (_, index) => threadAt(start + index))
  return { items, next: end < THREADS ? String(end) : null }
}

function threadAt(number: number): object {
  return {
    id: `01933b6e-8f00-7000-8000-${String(number).padStart(12, '0')}`,
    subject: `Thread number ${number} of many`,
    snippet: 'A line of what it says',
    participants: ['Somebody'],
    date: new Date(Date.UTC(2026, 10, 1) - number * 60_000).toISOString(),
    messages: 1,
    unread: number % 3 === 0 ? 1 : 0,
    starred: false,
    answered: false,
    hasAttachments: false,
    labels: [],
  }
}

const scroller = () => page.locator('[data-scroller]')

it('draws few rows however many are read', async () => {
  // The end of what is read, over and over, until enough pages are there.
  await page.evaluate(async () => {
    const element = document.querySelector<HTMLElement>('[data-scroller]')!
    while (element.scrollHeight < 76 * 20_000) {
      element.scrollTop = element.scrollHeight
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  })
  expect(await page.locator('[data-index]').count()).toBeLessThan(60)
}, 120_000)

it('finds its place again after another page', async () => {
  await scroller().evaluate((element) => (element.scrollTop = 76 * 12_345))
  await page.getByRole('link', { name: /Thread number 12345 / }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.waitForURL('**/tasks')
  await page.goBack()
  await page.getByRole('link', { name: /Thread number 12345 / }).waitFor()
  expect(await scroller().evaluate((element) => element.scrollTop)).toBe(76 * 12_345)
})
