import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let context: BrowserContext
let complaints: string[]

beforeAll(async () => {
  world = await openWorld()
  await world.call('POST', '/projects', { name: 'Website relaunch' })
  ;({ page, context, complaints } = await world.open())
  await page.goto(`${world.daybook.url}/tasks`)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const field = () => page.getByLabel('New task')
const chips = () => page.getByRole('list', { name: 'Understood as' }).getByRole('button')
const tasks = async () => (await world.call('GET', '/tasks')).items as Record<string, unknown>[]

it('shows what a line means while it is typed', async () => {
  await field().waitFor()
  await page.keyboard.press('n')
  await page.keyboard.type('Send the draft tomorrow at 5pm #office +website-relaunch !3 1h30')
  await expect
    .poll(() => chips().allTextContents())
    .toEqual(['due tomorrow, 17:00', 'office', 'Website relaunch', 'High priority', '1 h 30 min'])
  expect(await violations(page)).toEqual([])
})

it('saves by Enter what it showed, and takes it back by undo', async () => {
  await page.keyboard.press('Enter')
  await page.getByText('Added Send the draft').waitFor()
  expect(await field().inputValue()).toBe('')
  expect((await tasks())[0]).toMatchObject({
    title: 'Send the draft',
    labels: ['office'],
    priority: 3,
    estimateMax: 90,
  })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(tasks).toEqual([])
})

it('makes a chip words of the title again by Backspace, and deletes letters by the next', async () => {
  await field().fill('Rehearse tomorrow never knows for friday')
  await expect.poll(() => chips().allTextContents()).toHaveLength(1)
  await field().fill('Rehearse the song tomorrow #music')
  await expect.poll(() => chips().allTextContents()).toEqual(['due tomorrow', 'music'])
  await field().press('Backspace')
  await expect.poll(() => chips().allTextContents()).toEqual(['due tomorrow'])
  expect(await field().inputValue()).toBe('Rehearse the song tomorrow #music')
  await chips().first().click()
  await expect.poll(() => chips().count()).toBe(0)
  await field().press('Enter')
  await expect.poll(async () => (await tasks())[0]?.title).toBe('Rehearse the song tomorrow #music')
  expect((await tasks())[0]).toMatchObject({ dueAt: null, labels: [] })

  await field().fill('Call Anna tomorrow')
  await expect.poll(() => chips().count()).toBe(1)
  await field().press('Backspace')
  await field().press('Backspace')
  expect(await field().inputValue()).toBe('Call Anna tomorro')
  await field().fill('')
})

it('asks for a title beside labels', async () => {
  await field().fill('#office !1')
  await expect.poll(() => chips().count()).toBe(2)
  await field().press('Enter')
  await page.getByRole('alert').getByText('A task needs a title').waitFor()
  expect(await field().inputValue()).toBe('#office !1')
})

it('shows chips while the server is away, and loses nothing', async () => {
  await field().fill('')
  await context.setOffline(true)
  await field().fill('Water the plants every other tue')
  await expect.poll(() => chips().allTextContents()).toEqual(['every other tue'])
  await field().press('Enter')
  await page.getByText('1 change waits').waitFor()
  expect(await field().inputValue()).toBe('')
  await context.setOffline(false)
  await expect.poll(async () => (await tasks())[0]?.title, { timeout: 30_000 }).toBe('Water the plants')
  expect((await tasks())[0]).toMatchObject({ recurrence: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' } })
})

it('reads the language of the browser', async () => {
  await using german = await world.browser.newContext({ locale: 'de-DE', serviceWorkers: 'block' })
  await german.addCookies(world.cookies)
  const other = await german.newPage()
  await other.goto(`${world.daybook.url}/tasks`)
  await other.getByLabel('New task').fill('Müll rausbringen jeden zweiten Dienstag um 8 Uhr 10min')
  const understood = other.getByRole('list', { name: 'Understood as' }).getByRole('button')
  await expect.poll(() => understood.allTextContents()).toEqual(['jeden zweiten Dienstag', 'due 08:00', '10 min'])
})

it('says in the bar on top what a captured line was understood as', async () => {
  await page.getByLabel('Capture a task').first().fill('Pay rent tomorrow #flat')
  await page.keyboard.press('Enter')
  await page.getByText('Saved: Pay rent, due tomorrow, #flat').waitFor()
  expect(complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})
