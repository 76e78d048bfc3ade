import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { openWorld, type World } from './support/world.ts'

/** A busy machine takes its time. */
const PATIENCE = { timeout: 10_000 }
let world: World
let context: BrowserContext
let page: Page

beforeAll(async () => {
  world = await openWorld()
  ;({ page, context } = await world.open())
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /Lunch on Friday/ }).waitFor()
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const sheet = () => page.getByRole('dialog')
const text = () => sheet().getByLabel('Text', { exact: true })
const textsOf = async (subject: string) => {
  const { items } = await world.call('GET', '/drafts')
  const found = (items as { id: string; subject: string }[]).filter((draft) => draft.subject === subject)
  return Promise.all(found.map(async ({ id }) => (await world.call('GET', `/drafts/${id}`)).bodyText as string))
}

it('has every letter after a reload in the middle of a word', async () => {
  await page.keyboard.press('c')
  await sheet().getByLabel('Subject').fill('Reloaded')
  await text().click()
  await page.keyboard.type('Half a wo')
  await page.reload()
  await page.getByText('A message was not saved when you left').waitFor()
  await page.getByRole('button', { name: 'Go on writing' }).click()
  await expect.poll(() => text().innerText(), PATIENCE).toBe('Half a wo')
  await text().focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('rd')
  await sheet().getByText('Saved as a draft').waitFor()
  expect(await textsOf('Reloaded')).toEqual(['Half a word'])
  await page.keyboard.press('Escape')
  await sheet().waitFor({ state: 'detached' })
})

it('says nothing after a reload once the server has it all', async () => {
  await page.reload()
  await page.getByRole('link', { name: /Lunch on Friday/ }).waitFor()
  await page.getByRole('button', { name: 'Write', exact: true }).click()
  await sheet().getByLabel('To', { exact: true }).waitFor()
  expect(await page.getByText('A message was not saved when you left').count()).toBe(0)
  await page.keyboard.press('Escape')
})

it('goes on after the tab has crashed, with what the server never got', async () => {
  await page.keyboard.press('c')
  await sheet().getByLabel('Subject').fill('Crashed')
  await sheet().getByText('Saved as a draft').waitFor()
  await page.route('**/api/v1/drafts**', (route) => route.abort())
  await text().click()
  await page.keyboard.type('The last words')
  await sheet().getByText('Kept in this browser').waitFor()
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => undefined)
  await crashed
  page = await context.newPage()
  await page.goto(`${world.daybook.url}/inbox`)
  // Another tab may still be saving it: it is offered once that has had its time.
  await page.getByText('A message was not saved when you left').waitFor({ timeout: 25_000 })
  await page.getByRole('button', { name: 'Go on writing' }).click()
  await expect.poll(() => text().innerText(), PATIENCE).toBe('The last words')
  await sheet().getByText('Saved as a draft').waitFor()
  await expect.poll(() => textsOf('Crashed'), PATIENCE).toEqual(['The last words'])
  await page.keyboard.press('Escape')
}, 60_000)

it('opens what only this browser has from among the drafts', async () => {
  await page.route('**/api/v1/drafts', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await page.keyboard.press('c')
  await sheet().getByLabel('Subject').fill('Never sent up')
  await sheet().getByText('Kept in this browser').waitFor()
  await page.keyboard.press('Escape')
  await page.goto(`${world.daybook.url}/inbox?place=drafts`)
  const own = page
    .getByRole('region', { name: 'Being written' })
    .getByRole('listitem')
    .filter({ hasText: 'In this browser' })
  await own.getByText('Never sent up').waitFor()
  await page.unroute('**/api/v1/drafts')
  await own
    .getByRole('button', { name: /Never sent up/ })
    .first()
    .click()
  await sheet().getByText('Saved as a draft').waitFor()
  expect(await textsOf('Never sent up')).toHaveLength(1)
})
