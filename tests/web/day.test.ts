import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { controlState } from './support/states.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let complaints: string[]
let pictures: string

/** Sooner or later, on a busy machine too. */
const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 10_000 })
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
/** A whole day is morning, and none of it evening; or the other way round. */
const times = (part: 'morning' | 'evening') => ({
  zone: null,
  morningFrom: '00:00',
  morningTo: part === 'morning' ? '23:59' : '00:00',
  eveningFrom: part === 'evening' ? '00:00' : '23:58',
  eveningTo: '23:59',
})
const setting = (name: string, value: unknown) => world.call('PUT', `/settings/${name}`, { value })
const ritual = () => world.call('GET', '/ritual')
const card = (name: string, of = page) => of.getByRole('region', { name })
const undoLast = () => page.getByRole('button', { name: 'Undo' }).last().click()

beforeAll(async () => {
  world = await openWorld()
  pictures = process.env.DAYBOOK_PICTURES ?? (await mkdtemp(join(tmpdir(), 'daybook-pictures-')))
  await setting('day.rhythm', times('morning'))
  ;({ page, complaints } = await world.open())
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

it('is the first page, and kind where there is nothing', async () => {
  await page.goto(`${world.daybook.url}/`)
  await page.waitForURL('**/today')
  await page.getByText('Nothing asks for you. Rest counts.').waitFor()
  expect(await violations(page)).toEqual([])
})

it('begins the day with a line and things that are due, and takes that back', async () => {
  await world.call('POST', '/tasks', { title: 'Send the invoice', dueAt: inHours(0.01), priority: 3 })
  await world.call('POST', '/tasks', { title: 'Answer Ben', status: 'next', priority: 2, energy: 1, estimateMax: 10 })
  await world.call('POST', '/tasks', { title: 'Repaint the fence', status: 'inbox' })
  await world.call('POST', '/tasks', { title: 'The lawyer’s letter', status: 'waiting' })
  await world.call('POST', '/tasks', { title: 'From last week', dueAt: inHours(-7 * 24) })
  const morning = card('Begin the day')
  await morning.getByText('Send the invoice').waitFor()
  await page.screenshot({ path: join(pictures, 'today-morning.png') })
  await morning.getByLabel('A line for today').fill('One after the other')
  await morning.getByLabel('Send the invoice').check()
  await morning.getByRole('button', { name: 'Begin the day' }).click()
  await page.getByText('“One after the other”').waitFor()
  await page.getByText('Mornings begun: 1 of the last 1').waitFor()
  expect(await ritual()).toMatchObject({ morning: { state: 'done' }, taskIds: [expect.any(String)] })
  await undoLast()
  await soon(async () => (await ritual()).morning.state).toBe('open')
  await card('Begin the day').getByRole('button', { name: 'Not today' }).click()
  await soon(async () => (await ritual()).morning.state).toBe('skipped')
})

it('shows what is next and the three things, and fills them with one’s own and a suggestion', async () => {
  await page.getByText('One of the three things you chose for today.').waitFor()
  await page.getByLabel('A thing for today').fill('Walk to the lake')
  await page.keyboard.press('Enter')
  const things = card('Three things').getByRole('listitem')
  await soon(() => things.count()).toBe(2)
  await card('Suggestions').getByRole('button', { name: 'To today Answer Ben' }).click()
  await soon(() => things.count()).toBe(3)
  expect(await page.getByLabel('A thing for today').count()).toBe(0)
  expect(await card('Suggestions').getByRole('listitem').count()).toBeLessThanOrEqual(3)

  await page.getByRole('checkbox', { name: 'Complete: Walk to the lake' }).click()
  await page.getByRole('checkbox', { name: 'Open again: Walk to the lake' }).waitFor()
  await things.filter({ hasText: 'Answer Ben' }).getByRole('button').click()
  await soon(() => things.count()).toBe(2)
})

it('notes energy with one tap or one key, with a line of the day and a way back', async () => {
  await card('Energy').getByText('How much energy do you have?').waitFor()
  await card('Energy').getByRole('button', { name: 'Much' }).click()
  await page.getByText(/Today: .* much\./).waitFor()
  expect(await card('Energy').getByText('How much energy do you have?').count()).toBe(0)
  await page.keyboard.press('1')
  await page.getByText(/Today: .* much, .* little\./).waitFor()
  await undoLast()
  await soon(async () => (await world.call('GET', '/energy')).items.length).toBe(1)
})

it('makes a habit, counts it, takes one back, lets it rest and puts it away, by keyboard alone', async () => {
  const press = async (name: string) => {
    const button = card('Habits').getByRole('button', { name })
    await button.focus()
    await page.keyboard.press('Enter')
  }
  await press('New habit')
  await page.keyboard.type('Read a chapter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('2')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await card('Habits').getByText('0 of 2').waitFor()
  await press('Count one: Read a chapter')
  await card('Habits').getByText('1 of 2').waitFor()
  await press('Count one: Read a chapter')
  await card('Habits').getByText('2 times so far, 1 whole week').waitFor()
  await press('Take back one: Read a chapter')
  await card('Habits').getByText('1 of 2').waitFor()
  await press('Let rest: Read a chapter')
  await card('Habits').getByText('resting').waitFor()
  expect(await violations(page)).toEqual([])
  await press('Put away: Read a chapter')
  await card('Habits').getByText('Something you like to do').waitFor()
  await undoLast()
  await card('Habits').getByText('Read a chapter').waitFor()
})

it('takes the dates off what is from before, and puts them back', async () => {
  await card('From before').getByText('From last week').waitFor()
  await page.screenshot({ path: join(pictures, 'today.png') })
  await card('From before').getByRole('button', { name: 'Reset the day' }).click()
  await page.getByText('It has no date now and waits until you give it one.').waitFor()
  await soon(() => card('From before').count()).toBe(0)
  await undoLast()
  await card('From before').getByText('From last week').waitFor()
})

it('closes the day with two prompts when it is evening', async () => {
  await setting('day.rhythm', times('evening'))
  await page.reload()
  const evening = card('Close the day')
  await evening.getByLabel('What went well?').fill('The lake')
  await evening.getByLabel('What can wait until tomorrow?').fill('The fence')
  expect(await violations(page)).toEqual([])
  await evening.getByRole('button', { name: 'Close the day' }).click()
  await page.getByText('The day is closed. Good night when you like.').waitFor()
  expect(await ritual()).toMatchObject({ evening: { wentWell: 'The lake', canWait: 'The fence' } })
})

it('shows no game elements and asks nothing once they are switched off', async () => {
  await setting('day.rhythm', times('morning'))
  await world.call('POST', '/ritual/reopen', { part: 'morning' })
  await page.goto(`${world.daybook.url}/settings/day`)
  const games = page.getByRole('checkbox', { name: /^Game elements and prompts/ })
  await games.uncheck()
  await soon(ritual).toMatchObject({ consistency: null, prompt: null })
  await page.goto(`${world.daybook.url}/today`)
  await card('Habits').getByText('Read a chapter').waitFor()
  await page.getByRole('button', { name: 'Begin the day' }).waitFor()
  expect(await page.getByText(/so far|Mornings begun|How much energy do you have/).count()).toBe(0)
  await setting('day.games-and-prompts', true)
  await page.reload()
  await card('Begin the day').waitFor()
})

it('keeps times, a pause afterwards and zones in the settings', async () => {
  await page.goto(`${world.daybook.url}/settings/day`)
  await page.getByLabel('Evening from').fill('18:30')
  await page.getByLabel('Time zone').fill('Europe/Berlin')
  await page.getByRole('button', { name: 'Save the times' }).click()
  await page.getByText('Saved: the times of your day').waitFor()
  const { items } = await world.call('GET', '/settings')
  expect(items.find(({ name }: { name: string }) => name === 'day.rhythm').value).toMatchObject({
    eveningFrom: '18:30',
    zone: 'Europe/Berlin',
  })
  await page.getByLabel('From', { exact: true }).fill('2026-01-02')
  await page.getByLabel('To', { exact: true }).fill('2026-01-05')
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await page.getByText('2026-01-02 to 2026-01-05', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Another zone' }).click()
  await page.getByLabel('Name', { exact: true }).last().fill('Garden')
  await page.getByLabel('Labels').last().fill('plants, fence')
  await page.getByRole('button', { name: 'Save the zones' }).click()
  await page.getByText('Saved: the zones of your compass').waitFor()
  expect(await violations(page)).toEqual([])
  const { zones } = await world.call('GET', '/compass')
  expect(zones.at(-1)).toMatchObject({ name: 'Garden', labels: ['plants', 'fence'] })
  await page.screenshot({ path: join(pictures, 'settings-day.png') })
})

it('shows the compass with zeros that are numbers as others', async () => {
  await page.goto(`${world.daybook.url}/compass`)
  await page.getByRole('list', { name: 'Zones' }).getByText('Garden').waitFor()
  expect(await page.locator('main .bg-red, main .text-danger').count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: join(pictures, 'compass.png') })
  expect(complaints).toEqual([])
})

it.each([
  ['dark', { scheme: 'dark' as const }],
  ['calm', { calm: true }],
  ['on a phone', { width: 390, height: 844 }],
])('looks finished and has no fault for axe, %s', async (name, view) => {
  const { page: other, complaints: faults } = await world.open(view)
  for (const [path, text] of [
    ['today', 'The day’s line'],
    ['swipe', 'to decide'],
    ['compass', 'Week by week'],
    ['settings/day', 'Game elements and prompts'],
  ] as const) {
    await other.goto(`${world.daybook.url}/${path}`)
    await other.getByText(text).first().waitFor()
    await other.waitForLoadState('networkidle')
    expect(await violations(other), path).toEqual([])
    expect(await other.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
      'width' in view ? 390 : 1280,
    )
    await other.screenshot({ path: join(pictures, `${path.replace('/', '-')}-${name.replaceAll(' ', '-')}.png`) })
  }
  expect(faults).toEqual([])
  await other.context().close()
})

it('says that it loads, and what failed with another try', async () => {
  const { page: other } = await world.open()
  const setState = await controlState(other)
  setState('loading')
  await other.goto(`${world.daybook.url}/today`)
  await other.locator('[data-state=loading]').first().waitFor()
  setState('failing')
  for (const path of ['today', 'swipe', 'compass']) {
    await other.goto(`${world.daybook.url}/${path}`)
    await other.locator('[data-state=error]').first().waitFor()
    expect(await violations(other), path).toEqual([])
  }
  setState('data')
  await other.getByRole('button', { name: 'Try again' }).click()
  await other.getByText('Week by week').waitFor()
  await other.context().close()
})
