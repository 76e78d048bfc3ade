import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { violations } from './support/axe.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let context: BrowserContext

beforeAll(async () => {
  world = await openWorld()
  ;({ page, context } = await world.open({ kept: true }))
  await page.goto(`${world.daybook.url}/capture`)
  await field().waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const field = () => page.getByLabel('What is on your mind?')
const waiting = () => page.getByRole('list', { name: 'Kept in this browser' }).getByRole('listitem')
const captures = async () => (await world.call('GET', '/capture')).items as { title: string }[]
const titles = async () => (await captures()).map(({ title }) => title).sort()

it('keeps what is written down while the server is away, and shows that it waits', async () => {
  await context.setOffline(true)
  await field().fill('Call the dentist tomorrow\nBuy milk and bread')
  await page.getByRole('button', { name: 'Save and look through it' }).click()
  await waiting().getByText('Buy milk and bread').waitFor()
  await page.getByText('1 change waits').waitFor()
  expect(await field().inputValue()).toBe('')

  // The next one by keys alone: the field has the focus.
  await page.keyboard.type('Water the plants')
  await page.keyboard.press('Control+Enter')
  await page.getByText('2 changes wait').waitFor()
  expect(await waiting().count()).toBe(2)
  expect(await violations(page)).toEqual([])
  expect(await captures()).toEqual([])
})

it('has it after a reload without the server, at phone width too', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.reload()
  await waiting().getByText('Water the plants').waitFor()
  await page.getByText('2 changes wait').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  if (process.env.DAYBOOK_PICTURES)
    await page.screenshot({ path: `${process.env.DAYBOOK_PICTURES}/capture-waits.png`, fullPage: true })
  await page.setViewportSize({ width: 1280, height: 800 })
})

it('sends each once when the server is back, to be looked through', async () => {
  await context.setOffline(false)
  await page.getByText('2 changes made while you were offline are on the server').waitFor({ timeout: 40_000 })
  await waiting().first().waitFor({ state: 'detached' })
  expect(await titles()).toEqual(['Call the dentist tomorrow', 'Water the plants'])
  await page.getByRole('link', { name: '2 captures to look through' }).click()
  await page.getByRole('link', { name: 'Call the dentist tomorrow' }).click()
  await page.getByRole('list', { name: 'Pieces' }).getByRole('listitem').first().waitFor()
}, 60_000)

it('counts once what was saved although its answer got lost', async () => {
  await page.goto(`${world.daybook.url}/capture`)
  await field().fill('Only once')
  let heard = 0
  const lose = async (route: Route) => {
    if (route.request().method() !== 'POST') return route.continue()
    heard++
    await route.fetch()
    await route.abort('connectionfailed')
  }
  await page.route('**/api/v1/capture', lose)
  await page.getByRole('button', { name: 'Save and look through it' }).click()
  await waiting().getByText('Only once').waitFor()
  await expect.poll(() => heard).toBeGreaterThan(0)
  await page.unroute('**/api/v1/capture')
  await waiting().first().waitFor({ state: 'detached', timeout: 40_000 })
  expect((await titles()).filter((title) => title === 'Only once')).toEqual(['Only once'])
}, 60_000)
