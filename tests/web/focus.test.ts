import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { controlState, REQUEST_ID } from './support/states.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let task: { id: string }
let pictures: string

beforeAll(async () => {
  world = await openWorld()
  task = await world.call('POST', '/tasks', { title: 'Write the letter to Ada', labels: ['desk'] })
  for (const title of ['Open a page', 'Write the first line'])
    await world.call('POST', '/steps', { taskId: task.id, title })
  pictures = process.env.DAYBOOK_PICTURES ?? (await mkdtemp(join(tmpdir(), 'daybook-pictures-')))
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

afterEach(async () => {
  const left = await session()
  if (left) await world.call('POST', `/focus/sessions/${left.id}/finish`)
})

const open = async (view?: Parameters<World['open']>[0], path = '/focus') => {
  const opened = await world.open(view)
  await opened.page.goto(`${world.daybook.url}${path}`)
  return opened
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const session = async () => (await world.call('GET', '/focus')).session
const state = async () => (await session())?.state

it('focuses on one step of a task, parks a thought and takes a break, by mouse', async () => {
  const { page, complaints } = await open(undefined, `/tasks/${task.id}`)
  await page.getByRole('link', { name: 'Focus on it' }).click()
  await expect.poll(() => page.getByLabel('Task', { exact: true }).inputValue()).toBe(task.id)
  await button(page, 'Start to focus').click()
  await page.getByRole('timer').waitFor()
  const thing = page.getByRole('region', { name: 'Just one thing' })
  await thing.getByText('Open a page').waitFor()
  await thing.getByRole('button', { name: 'Done' }).click()
  await thing.getByText('Write the first line').waitFor()

  await button(page, 'Park a thought').click()
  await page.getByLabel('What came to mind').fill('Water the plants')
  await button(page, 'Park it').click()
  await expect.poll(async () => (await session()).distractions).toBe(1)
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: join(pictures, 'focus.png') })

  await button(page, /^Break/).click()
  await page.getByText('Break', { exact: true }).waitFor()
  await button(page, 'Make a task: Water the plants').click()
  await page.getByText('A task: Water the plants').waitFor()
  await expect.poll(async () => (await world.call('GET', '/focus')).openThoughts).toBe(0)
  await button(page, 'Work again').first().click()
  await expect.poll(async () => (await session()).cycle).toBe(2)
  await button(page, 'Finish').click()
  await button(page, 'Start to focus').waitFor()
  expect(await state()).toBeUndefined()
  expect(complaints).toEqual([])
})

it('is run by keys alone, from any page', async () => {
  const { page, complaints } = await open(undefined, '/inbox')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('.')
  await page.keyboard.press('f')
  await page.getByRole('timer').waitFor()
  await page.keyboard.press('p')
  await page.getByLabel('What came to mind').waitFor()
  await page.keyboard.type('Call Grace')
  await page.keyboard.press('Enter')
  await page.getByLabel('What came to mind').waitFor({ state: 'detached' })
  await page.keyboard.press('s')
  await button(page, 'Go on').waitFor()
  expect(await state()).toBe('paused')
  await page.keyboard.press('s')
  await button(page, 'Pause').waitFor()
  await page.keyboard.press('e')
  await expect.poll(async () => (await session()).plannedSeconds).toBe(1800)
  await page.keyboard.press('b')
  await button(page, 'Work again').waitFor()
  expect(await state()).toBe('resting')
  await page.keyboard.press('b')
  await button(page, /^Break/).waitFor()
  await page.keyboard.press('f')
  await button(page, 'Start to focus').waitFor()
  expect(complaints).toEqual([])
})

it('shows one session in two windows, through a reload, and in the bar of every page', async () => {
  const one = await open()
  const two = await open()
  await button(two.page, 'Start to focus').waitFor()
  // Windows follow shortly after they are painted.
  await two.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)))
  await button(one.page, 'Start to focus').click()
  await two.page.getByRole('timer').waitFor()
  await button(two.page, 'Pause').click()
  await button(one.page, 'Go on').waitFor()
  await button(one.page, 'Go on').click()
  await one.page.reload()
  await one.page.getByRole('timer').waitFor()
  await one.page.goto(`${world.daybook.url}/tasks`)
  await one.page.getByRole('link', { name: /^Focus: Work/ }).waitFor()
  expect((await session()).id).toBeTruthy()

  // The bell, when its time has come by this window's clock.
  await two.page.clock.install()
  await two.page.reload()
  await two.page.getByRole('timer').waitFor()
  const heard = two.page.waitForRequest((request) => request.url().endsWith('/bell'))
  await two.page.clock.fastForward('26:00')
  await button(two.page, 'Take the break').waitFor()
  // The server learns that a page has rung: no notification is needed.
  await heard
  await two.page.clock.fastForward('20:00')
  await two.page.getByText('Shall that time count as work?').waitFor()
  expect(await violations(two.page)).toEqual([])
})

it('corrects what was, keeps what the clock saw, and writes one down by hand', async () => {
  const { page, complaints } = await open(undefined, '/focus?view=history')
  const rows = page.getByRole('listitem').filter({ hasText: 'Write the letter to Ada' })
  await button(page, 'Correct: Write the letter to Ada').first().click()
  await page.getByLabel('Began').fill('2026-01-05T09:00')
  await page.getByLabel('Minutes of work').fill('40')
  await page.getByLabel('Why, if you like').fill('The clock was forgotten')
  await button(page, 'Correct it').click()
  await rows.getByText('Corrected 1 time').click()
  await rows.getByText(/By the clock: \d+ s/).waitFor()
  await expect.poll(async () => (await world.call('GET', `/tasks/${task.id}`)).spentMinutes).toBe(40)

  await button(page, 'Write one down').click()
  await page.getByLabel('Or in your own words').fill('On the train')
  await button(page, 'Write it down').click()
  await page.getByText('On the train').waitFor()
  expect(await violations(page)).toEqual([])
  expect(complaints).toEqual([])
})

it('draws figures with a table beside each', async () => {
  const { page } = await open(undefined, '/focus?view=figures')
  await page.getByRole('heading', { name: 'By hour of the day' }).waitFor()
  const tables = page.locator('details', { hasText: 'As a table' })
  await tables.first().locator('summary').click()
  await tables
    .first()
    .getByRole('rowheader', { name: /n = [1-9]/ })
    .first()
    .waitFor()
  expect(await page.getByRole('img', { name: /the table below has the same figures/ }).count()).toBe(
    await tables.count(),
  )
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: join(pictures, 'focus-figures.png'), fullPage: true })
})

it('keeps the time of a task by a timer, which a key starts and stops, and asks after a while away', async () => {
  const { id } = await world.call('POST', '/tasks', { title: 'Sort the photographs' })
  const { page } = await world.open()
  await page.clock.install()
  await page.goto(`${world.daybook.url}/tasks/${id}`)
  await button(page, 'Start the timer').waitFor()
  await page.keyboard.press('w')
  await button(page, /^Stop the timer: Sort the photographs/).waitFor()
  await page.clock.fastForward('25:00')
  await page.mouse.move(200, 300)
  await page.mouse.move(210, 310)
  await page.getByRole('dialog', { name: 'Welcome back' }).waitFor()
  expect(await violations(page)).toEqual([])
  await button(page, 'Yes, keep it').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('w')
  await button(page, 'Start the timer').waitFor()

  await page.getByLabel('Minutes by hand').fill('30')
  await button(page, 'Add time').click()
  await expect.poll(async () => (await world.call('GET', `/tasks/${id}`)).spentMinutes).toBe(30)
  await button(page, /^Take away 30 min/).click()
  await expect.poll(async () => (await world.call('GET', `/tasks/${id}`)).spentMinutes).toBe(0)
  await button(page, 'Undo').last().click()
  await expect.poll(async () => (await world.call('GET', `/tasks/${id}`)).spentMinutes).toBe(30)
  expect(await violations(page)).toEqual([])
})

it.each([
  ['in light', {}],
  ['in dark', { scheme: 'dark' as const }],
  ['in calm', { calm: true }],
  ['on a phone', { width: 390, height: 844, touch: true }],
  ['on a phone in dark', { width: 390, height: 844, touch: true, scheme: 'dark' as const }],
])('looks finished %s', async (name, view) => {
  const { page } = await open(view)
  await button(page, 'Start to focus').waitFor()
  await page.getByText('How it goes').click()
  await look(page, `focus-start ${name}`)
  await button(page, 'Start to focus').click()
  await page.getByRole('timer').waitFor()
  await look(page, `focus-runs ${name}`)
  await button(page, /^Finish/).click()
  await button(page, 'Start to focus').waitFor()
  for (const of of ['history', 'figures']) {
    await page.goto(`${world.daybook.url}/focus?view=${of}`)
    const there = of === 'history' ? button(page, 'Correct: On the train') : page.getByText('By weekday')
    await there.first().waitFor()
    await look(page, `focus-${of} ${name}`)
  }
})

it('says that it loads, that it failed, and what to do', async () => {
  const { page } = await world.open()
  const show = await controlState(page)
  await page.goto(`${world.daybook.url}/focus`)
  await button(page, 'Start to focus').waitFor()
  show('failing')
  await page.goto(`${world.daybook.url}/focus?view=history`)
  await page.getByText(REQUEST_ID).first().waitFor()
  show('loading')
  await page.goto(`${world.daybook.url}/focus?view=figures`)
  await page.locator('[data-state="loading"]').first().waitFor()
})

async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name.replaceAll(' ', '-')}.png`), fullPage: true })
  expect(await violations(page)).toEqual([])
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(width).toBeLessThanOrEqual(0)
}
