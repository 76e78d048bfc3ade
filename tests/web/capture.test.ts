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
  ;({ page, context, complaints } = await world.open())
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const at = (path: string) => `${world.daybook.url}${path}`
const field = (on: Page = page) => on.getByLabel('What is on your mind?')
const pieces = (on: Page = page) => on.getByRole('list', { name: 'Pieces' }).getByRole('listitem')
const tasks = async () => (await world.call('GET', '/tasks')).items as Record<string, unknown>[]

const DUMP = `Call the dentist tomorrow #health
Buy milk, eggs and bread
I want to run a marathon by October
Meditate every day
The landlord's number is 555 1234`

it('says that nothing was written yet', async () => {
  await page.goto(at('/capture?view=past'))
  await page.getByText('Nothing is written down yet.').waitFor()
  expect(await violations(page)).toEqual([])
})

it('keeps every keystroke through a reload', async () => {
  await page.goto(at('/capture'))
  await field().waitFor()
  await page.keyboard.type('Half a thought')
  await page.reload()
  await expect.poll(() => field().inputValue()).toBe('Half a thought')
  await field().fill('')
  await page.reload()
  await field().waitFor()
  expect(await field().inputValue()).toBe('')
})

it('shows what becomes of it, and makes what is accepted, by mouse', async () => {
  await world.call('POST', '/tasks', { title: 'Call dentist' })
  await field().fill(DUMP)
  await page.getByRole('button', { name: 'Save and look through it' }).click()
  await shows(page, 7)
  expect(await tasks()).toHaveLength(1)
  await page.getByText('Read by rules').waitFor()
  await page.getByText('There is already:').waitFor()
  await page.getByText('Stays in this capture').waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByLabel('Make it: Eggs').click()
  await page.getByRole('button', { name: 'Accept 6' }).waitFor()
  const line = page.getByLabel('Line: Call the dentist tomorrow #health')
  await line.fill('Call the dentist on Friday #teeth')
  await line.press('Enter')
  await page.getByText('teeth', { exact: true }).waitFor()
  await page.getByText('Becomes a habit, 7 times a week').waitFor()
  await page.getByRole('button', { name: 'Accept 6' }).click()
  await page.getByText('5 pieces made, 1 note kept').waitFor()
  expect((await tasks()).map(({ title }) => title).toSorted()).toEqual([
    'Bread',
    'Call dentist',
    'Call the dentist',
    'Milk',
  ])
  expect((await world.call('GET', '/habits')).items).toMatchObject([{ name: 'Meditate', times: 7 }])
  expect((await world.call('GET', '/projects')).items).toMatchObject([{ name: 'Run a marathon' }])
  await page.getByText('You are done with this one').waitFor()
  expect(await violations(page)).toEqual([])
})

it('takes it all back by undo, and offers it again', async () => {
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Accept 6' }).waitFor()
  expect((await tasks()).map(({ title }) => title)).toEqual(['Call dentist'])
})

it('asks at most two questions, and each can be skipped', async () => {
  await page.goto(at('/capture'))
  await field().fill('Passport renewal\nI want to learn Spanish\nI want to learn to sail')
  await page.getByText('Ask me').click()
  await field().press('Control+Enter')
  await page.getByText('What is “Passport renewal”?').waitFor()
  expect(await page.getByRole('button', { name: 'Skip this' }).count()).toBe(2)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'A task', exact: true }).click()
  await expect.poll(() => page.getByRole('button', { name: 'Skip this' }).count()).toBe(1)
  await page.getByRole('button', { name: 'In three months' }).click()
  await expect.poll(() => page.getByRole('button', { name: 'Skip this' }).count()).toBe(0)
  await page.getByText(/^by /).waitFor()
})

it('goes by the keyboard alone, and one key accepts', async () => {
  await page.goto(at('/tasks'))
  await page.getByRole('heading', { name: 'Tasks', level: 1 }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await field().waitFor()
  await page.keyboard.type('Water the plants. Feed the cat')
  await page.keyboard.press('Control+Enter')
  await shows(page, 2)
  await page.getByRole('heading', { name: 'Capture', level: 1 }).focus()
  await page.keyboard.press('a')
  await page.getByText('2 pieces made').waitFor()
  expect((await tasks()).slice(0, 2).map(({ title }) => title)).toEqual(['Feed the cat', 'Water the plants'])
})

it('deletes with a way back, and takes up what was written before', async () => {
  await page.goto(at('/capture?view=past'))
  const list = page.getByRole('list', { name: 'Captures' }).getByRole('listitem')
  await expect.poll(() => list.count()).toBe(3)
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Delete: Water the plants. Feed the cat').click()
  await expect.poll(() => list.count()).toBe(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => list.count()).toBe(3)
  await page.getByRole('link', { name: 'Passport renewal' }).click()
  await shows(page, 3)
})

it('checks what a prompt brought back place by place, and shows it before anything is made', async () => {
  await page.goto(at('/capture?view=prompts'))
  await page.getByText('Video to tasks').click()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('link', { exact: true }).fill('https://video.example/1')
  await page.getByRole('button', { name: 'Fill in and copy' }).first().click()
  await expect.poll(() => page.getByLabel('Text of Video to tasks').textContent()).toContain('video.example/1')

  await page.getByLabel('The answer').fill('{"items":[{"title":"Knead"},{"title":"Bake","due":"soon"}]}')
  await page.getByRole('button', { name: 'Check it and show what it brings' }).click()
  await page.getByRole('alert').getByText('Item 2, due').waitFor()
  expect(await violations(page)).toEqual([])
  await page
    .getByLabel('The answer')
    .fill('Here: {"title":"Bread","items":[{"title":"Knead","minutes":10},{"title":"Bake"}]}')
  await page.getByRole('button', { name: 'Check it and show what it brings' }).click()
  await shows(page, 2)
  await page.getByText('From a prompt').waitFor()
})

it('keeps a prompt of one’s own', async () => {
  await page.goto(at('/capture?view=prompts'))
  await page.getByRole('button', { name: 'Keep a prompt of your own' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('A trip')
  await dialog.getByLabel('Text').fill('Plan a trip to {{place}}')
  await page.getByRole('button', { name: 'Keep the prompt' }).click()
  await page.getByRole('list', { name: 'Prompts' }).getByText('A trip', { exact: true }).click()
  await page.getByLabel('place', { exact: true }).waitFor()
})

it('loses nothing while the server is away', async () => {
  const sends = page.waitForResponse((response) => /background-.*\.js$/.test(response.url()))
  await page.goto(at('/capture'))
  await sends
  await page.waitForLoadState('networkidle')
  await field().fill('Written in a tunnel')
  await context.setOffline(true)
  await field().press('Control+Enter')
  const kept = page.getByRole('list', { name: 'Kept in this browser' })
  await kept.getByText('Written in a tunnel').waitFor()
  await context.setOffline(false)
  await kept.waitFor({ state: 'detached', timeout: 40_000 })
  await page.goto(at('/capture?view=past'))
  await page.getByRole('link', { name: 'Written in a tunnel' }).click()
  await shows(page, 1)
}, 60_000)

it('has the width of a phone, and looks of the dark and the calm', async () => {
  const { page: phone } = await world.open({ width: 390, height: 844 })
  await phone.goto(at('/capture'))
  await field(phone).waitFor()
  await field(phone).fill(DUMP)
  await phone.getByRole('button', { name: 'Save and look through it' }).click()
  await shows(phone, 7)
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await violations(phone)).toEqual([])
  const { page: dark } = await world.open({ scheme: 'dark' })
  await dark.goto(at('/capture?view=past'))
  await dark.getByRole('list', { name: 'Captures' }).getByRole('link').first().click()
  await shows(dark, 7)
  expect(await violations(dark)).toEqual([])
  const { page: calm } = await world.open({ calm: true })
  await calm.goto(dark.url())
  await shows(calm, 7)
  expect(await violations(calm)).toEqual([])
  // What was refused and what found no server is told by the browser too.
  expect(complaints.filter((line) => !line.startsWith('Failed to load resource'))).toEqual([])
})

/** Waits until a page shows so many pieces and no more. */
async function shows(on: Page, count: number): Promise<void> {
  await pieces(on)
    .nth(count - 1)
    .waitFor()
  expect(await pieces(on).count()).toBe(count)
}
