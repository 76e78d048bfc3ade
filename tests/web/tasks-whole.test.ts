import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let context: BrowserContext
let complaints: string[]
let trip: { id: string }

beforeAll(async () => {
  world = await openWorld()
  const call = (title: string, more: object = {}) => world.call('POST', '/tasks', { title, ...more })
  await call('Pay the deposit', { labels: ['money'], status: 'next' })
  await call('Water the plants', { labels: ['home'] })
  trip = await call('Plan the trip to Oslo', { labels: ['travel'], estimateMin: 20, estimateMax: 45, energy: 2 })
  ;({ page, context, complaints } = await world.open())
  await page.goto(`${world.daybook.url}/tasks`)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

/** A machine may have other things to do. */
const patient = { timeout: 20_000 }
const filter = () => page.getByRole('searchbox', { name: 'Filter' })
const rows = () => page.getByRole('checkbox', { name: /^Complete/ })
const task = () => world.call('GET', `/tasks/${trip.id}`)

it('filters the list in the words of search, and says kindly when nothing is like that', async () => {
  await rows().first().waitFor()
  await expect.poll(() => rows().count(), patient).toBe(3)
  await filter().fill('label:money status:next')
  await filter().press('Enter')
  await expect.poll(() => rows().count(), patient).toBe(1)
  expect(new URL(page.url()).searchParams.get('q')).toBe('label:money status:next')
  await filter().fill('label:nowhere')
  await filter().press('Enter')
  await page.getByText('No task is like that.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Take the filter off' }).click()
  await expect.poll(() => rows().count(), patient).toBe(3)
})

it('says where a filter cannot be read, and mends it', async () => {
  await filter().fill('lable:home')
  await filter().press('Enter')
  await page.getByRole('button', { name: /^Use “label/ }).click()
  await filter().press('Enter')
  await expect.poll(() => rows().count(), patient).toBe(1)
  await filter().fill('')
  await expect.poll(() => rows().count(), patient).toBe(3)
})

it('changes labels, estimate and energy, each when it is left', async () => {
  await page.getByRole('link', { name: /Plan the trip/ }).click()
  await page.getByLabel('Labels').fill('travel, Friends')
  await page.getByLabel('Estimate, minutes').fill('30-60')
  await page.getByLabel('Estimate, minutes').press('Tab')
  await page.getByLabel('Energy it needs').selectOption('3')
  await expect
    .poll(task, patient)
    .toMatchObject({ labels: ['travel', 'Friends'], estimateMin: 30, estimateMax: 60, energy: 3 })
})

it('goes onto the shopping list by keyboard, and back by undo', async () => {
  const kind = page.getByLabel('Kind')
  const toBuy = page.getByRole('link', { name: /Plan the trip/ }).getByText('to buy')
  expect(await kind.inputValue()).toBe('task')
  await kind.focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(task, patient).toMatchObject({ kind: 'shopping' })
  await toBuy.waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(task, patient).toMatchObject({ kind: 'task' })
  await expect.poll(() => kind.inputValue(), patient).toBe('task')
  await expect.poll(() => toBuy.count(), patient).toBe(0)
})

it('adds steps, ticks one and takes one back out of the trash', async () => {
  const field = page.getByLabel('New step')
  for (const title of ['Look for trains', 'Ask Ada']) {
    await field.fill(title)
    await field.press('Enter')
    await page.getByRole('checkbox', { name: `Step: ${title}` }).waitFor()
  }
  await page.getByRole('checkbox', { name: 'Step: Look for trains' }).press('Space')
  await page.getByText('1 of 2 done').waitFor()
  await page.getByRole('button', { name: 'Remove the step Ask Ada' }).click()
  await page.getByText('1 of 1 done').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByText('1 of 2 done').waitFor()
})

it('lets it wait for another task, and no more', async () => {
  await page.getByLabel('Look for a task to wait for').fill('deposit')
  await page.getByRole('option', { name: 'Pay the deposit' }).waitFor({ state: 'attached' })
  await page.getByLabel('Wait for', { exact: true }).selectOption({ label: 'Pay the deposit' })
  await page.getByText('It waits for another task.').waitFor()
  expect((await task()).blocked).toBe(true)
  expect(await violations(page)).toEqual([])
  await shoot('task-whole')
  await page.setViewportSize({ width: 390, height: 844 })
  await shoot('task-whole-phone')
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Wait no more for Pay the deposit' }).click()
  await page.getByText('Nothing: it can begin whenever you like.').waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

/** Pictures for whoever wants to look: only where a folder is named. */
async function shoot(name: string): Promise<void> {
  const folder = process.env.DAYBOOK_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
