import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let complaints: string[]

beforeAll(async () => {
  world = await openWorld()
  ;({ page, complaints } = await world.open())
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('list', { name: 'Threads' }).waitFor()
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const field = () => page.getByRole('combobox', { name: 'Find a page' })

async function choose(text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await field().waitFor()
  await page.keyboard.type(text)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

it('changes how Daybook looks', async () => {
  await choose('dark colours')
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.scheme)).toBe('dark')
  await choose('system colours')
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.scheme)).toBe('light')
})

it('finds a pane of the settings by letters in their order', async () => {
  await choose('kybrd')
  await page.waitForURL('**/settings/keyboard')
})

it('begins with what was chosen last', async () => {
  await page.keyboard.press('Control+k')
  await page.getByText('Recent', { exact: true }).waitFor()
  expect(await page.getByRole('option').first().textContent()).toContain('Settings: Keyboard')
  await page.keyboard.press('Escape')
})

it('finds records of every module', async () => {
  await page.keyboard.press('Control+k')
  await field().fill('tulips')
  await page.getByRole('option', { name: /November in the garden/ }).click()
  await page.getByRole('heading', { name: 'November in the garden' }).waitFor()
})

it('opens what an operation made, and gives the focus back when it is left', async () => {
  const opener = page.getByRole('button', { name: 'Open the palette' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await field().fill('tasks.create ')
  await page
    .getByRole('option', { name: /tasks\.create/ })
    .first()
    .click()
  await page.getByLabel('title (needed)').fill('Made in the palette')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Answer' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => opener.evaluate((button) => document.activeElement === button)).toBe(true)

  await choose('tasks.create ')
  await page.getByLabel('title (needed)').fill('Made and opened')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Open it' }).click()
  await page.getByRole('heading', { name: 'Made and opened' }).waitFor()
})

it('complained about nothing', () => expect(complaints).toEqual([]))
