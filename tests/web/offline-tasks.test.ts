import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { violations } from './support/axe.ts'
import { installabilityErrors } from './support/installability.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let context: BrowserContext

beforeAll(async () => {
  world = await openWorld()
  for (const title of ['Paint the fence', 'Water the plants', 'Old bike'])
    await world.call('POST', '/tasks', { title, notes: `About ${title.toLowerCase()}` })
  ;({ page, context } = await world.open({ kept: true }))
  await page.goto(`${world.daybook.url}/tasks`)
  await list().waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const list = () => page.getByRole('list', { name: 'Tasks' })
const row = (title: string) => list().getByRole('link', { name: title })
const add = async (line: string) => {
  await page.getByLabel('New task').fill(line)
  await page.keyboard.press('Enter')
}
const tasks = async (query = '') => (await world.call('GET', `/tasks?limit=200${query}`)).items as Saved[]
const titles = async (query = '') => (await tasks(query)).map(({ title }) => title)
interface Saved {
  id: string
  rev: number
  title: string
  notes: string
  labels: string[]
}

const keptLists = () =>
  page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'daybook')) return 0
    return new Promise<number>((resolve) => {
      const opening = indexedDB.open('daybook')
      opening.onsuccess = () => {
        const all = opening.result.transaction('kept').objectStore('kept').getAllKeys()
        all.onsuccess = () => resolve(all.result.filter((key) => String(key).includes('tasks.list ')).length)
        all.onerror = () => resolve(0)
      }
    })
  })

it('keeps tasks by itself, soon after the first page is there', async () => {
  await expect.poll(() => keptLists(), { timeout: 40_000 }).toBeGreaterThan(1)
}, 60_000)

it('takes new tasks while the server is away, read as they are typed, and says that they wait', async () => {
  await context.setOffline(true)
  await add('Buy a lamp #home')
  await row('Buy a lamp').waitFor()
  await add('Call the plumber')
  await add('Write to Grace')
  await row('Write to Grace').waitFor()
  await page.getByText('3 changes wait').waitFor()
  await row('Buy a lamp').getByText('#home').waitFor()
  expect(await titles()).not.toContain('Write to Grace')
})

it('completes and changes tasks that were never opened', async () => {
  await page.getByRole('checkbox', { name: 'Complete: Water the plants' }).click()
  await row('Water the plants').waitFor({ state: 'detached' })
  await row('Paint the fence').click()
  const title = page.getByLabel('Title', { exact: true })
  await title.fill('Paint the fence green')
  await title.press('Tab')
  await page.getByText('5 changes wait').waitFor()
  await row('Paint the fence green').waitFor()
  await page.getByText('Everything else about it is here when Daybook can be reached').waitFor()
})

it('shows all of it after a reload without the server', async () => {
  await page.reload()
  await list().waitFor()
  for (const title of ['Paint the fence green', 'Buy a lamp', 'Call the plumber', 'Write to Grace'])
    await row(title).waitFor()
  expect(await row('Water the plants').count()).toBe(0)
  await page.getByText('5 changes wait').waitFor()
  await row('Write to Grace').click()
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Write to Grace')
})

it('lists what waits, by keyboard, and has nothing that axe finds wrong', async () => {
  await page.getByRole('button', { name: 'Show', exact: true }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('New task: Buy a lamp').waitFor()
  expect(await dialog.getByRole('listitem').count()).toBe(5)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

it('makes every change once when the server is back', async () => {
  await context.setOffline(false)
  await page.getByText('5 changes made while you were offline are on the server').waitFor({ timeout: 30_000 })
  await page.getByText('changes wait').waitFor({ state: 'detached' })
  const open = await tasks()
  expect(open.map(({ title }) => title).sort()).toEqual(
    ['Buy a lamp', 'Call the plumber', 'Old bike', 'Paint the fence green', 'Write to Grace'].sort(),
  )
  expect(open.find(({ title }) => title === 'Buy a lamp')!.labels).toEqual(['home'])
  expect(await titles('&view=done')).toEqual(['Water the plants'])
  await row('Paint the fence green').waitFor()
}, 60_000)

it('counts a change once whose answer got lost', async () => {
  let heard = 0
  const lose = async (route: Route) => {
    heard++
    await route.fetch()
    await route.abort('connectionfailed')
  }
  await page.route('**/api/v1/tasks/quick-add', lose)
  await add('Only once')
  await page.getByText('1 change waits').waitFor()
  expect(heard).toBe(1)
  await page.unroute('**/api/v1/tasks/quick-add')
  await page.getByText('1 change waits').waitFor({ state: 'detached', timeout: 30_000 })
  expect((await titles()).filter((title) => title === 'Only once')).toEqual(['Only once'])
}, 60_000)

it('says what was changed in two places, and puts the other text back', async () => {
  const fence = (await tasks()).find(({ title }) => title === 'Paint the fence green')!
  await page.goto(`${world.daybook.url}/tasks/${fence.id}`)
  await page.getByLabel('Notes').waitFor()
  await context.setOffline(true)
  await page.getByLabel('Title', { exact: true }).fill('Paint the fence blue')
  await page.getByLabel('Title', { exact: true }).press('Tab')
  await page.getByText('1 change waits').waitFor()
  await world.call('PATCH', `/tasks/${fence.id}`, { rev: fence.rev, title: 'Paint the fence red', priority: 2 })
  await context.setOffline(false)
  await page.getByText('Changed in two places: Paint the fence red').waitFor({ timeout: 30_000 })
  const versions = page.getByRole('region', { name: 'Changed in two places' })
  await versions.getByText('Paint the fence blue').waitFor()
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Paint the fence red')
  expect(await violations(page)).toEqual([])
  await versions.getByRole('button', { name: /^Put back: title, Paint the fence blue/ }).click()
  await expect.poll(() => page.getByLabel('Title', { exact: true }).inputValue()).toBe('Paint the fence blue')
  await versions.getByText('Paint the fence red').waitFor()
  expect((await tasks()).find(({ id }) => id === fence.id)).toMatchObject({
    title: 'Paint the fence blue',
    priority: 2,
  })
}, 60_000)

it('keeps what was written into a task that is gone, and makes it a new one', async () => {
  const bike = (await tasks()).find(({ title }) => title === 'Old bike')!
  await page.goto(`${world.daybook.url}/tasks/${bike.id}`)
  await page.getByLabel('Notes').waitFor()
  await context.setOffline(true)
  await page.getByLabel('Notes').fill('Needs a new chain')
  await page.getByLabel('Notes').press('Tab')
  await page.getByText('1 change waits').waitFor()
  await page.route('**/api/v1/tasks/*/merge', (route) => route.fulfill({ status: 404, json: gone }))
  await context.setOffline(false)
  await page.getByText('1 change could not be made').waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByRole('dialog').getByText('There is no such task').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Make it a new task' }).click()
  await page.getByText('1 change could not be made').waitFor({ state: 'detached' })
  await expect.poll(async () => (await tasks()).filter(({ notes }) => notes === 'Needs a new chain').length).toBe(1)
  await page.keyboard.press('Escape')
}, 60_000)

const gone = {
  type: 'about:blank',
  title: 'Not found',
  status: 404,
  detail: 'There is no such task',
  code: 'task-not-found',
  kind: 'not-found',
  retryable: false,
  requestId: 'x',
}

it('can be installed, and takes what another app shares as a task', async () => {
  expect(await installabilityErrors(`${world.daybook.url}/sign-in`)).toEqual([])
  const manifest = await (await fetch(`${world.daybook.url}/manifest.webmanifest`)).json()
  const { action, params } = manifest.share_target
  const shared = new URLSearchParams({ [params.title]: 'A good article', [params.url]: 'https://example.org/article' })
  await context.setOffline(true)
  await page.goto(`${world.daybook.url}${action}?${shared}`)
  await page.getByRole('heading', { level: 1, name: 'Add a task' }).waitFor()
  expect(await page.getByLabel('What is to be done?').inputValue()).toBe('A good article')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('1 change waits').waitFor()
  await context.setOffline(false)
  await expect.poll(() => titles(), { timeout: 30_000 }).toContain('A good article')
  expect((await tasks()).find(({ title }) => title === 'A good article')!.notes).toBe('https://example.org/article')
}, 60_000)

it('does all of it on a phone', async () => {
  const phone = await world.open({ kept: true, width: 390, height: 800, touch: true })
  await phone.page.goto(`${world.daybook.url}/tasks`)
  await phone.page.getByRole('list', { name: 'Tasks' }).waitFor()
  // Nothing is kept before it is known for whom.
  await phone.page.waitForFunction(() => localStorage.getItem('daybook.shelf-owner'))
  await phone.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await phone.context.setOffline(true)
  await phone.page.getByLabel('New task').fill('From the phone')
  await phone.page.keyboard.press('Enter')
  await phone.page.getByText('1 change waits').waitFor()
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(wide).toBe(false)
  expect(await violations(phone.page)).toEqual([])
  await phone.page.getByRole('button', { name: 'Show', exact: true }).click()
  await phone.page.getByRole('dialog').getByText('New task: From the phone').waitFor()
  expect(await violations(phone.page)).toEqual([])
  await phone.page.keyboard.press('Escape')
  await phone.context.setOffline(false)
  await expect.poll(() => titles(), { timeout: 30_000 }).toContain('From the phone')
  await phone.context.close()
}, 60_000)
