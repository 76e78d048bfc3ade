import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let complaints: string[]
let task: { id: string }
let pictures: string

// A Friday to come, so that reminders before it are to come too.
const due = '2099-11-27T17:00:00.000Z'

beforeAll(async () => {
  world = await openWorld()
  task = await world.call('POST', '/tasks', { title: 'Water the fern', dueAt: due })
  pictures = process.env.DAYBOOK_PICTURES ?? (await mkdtemp(join(tmpdir(), 'daybook-pictures-')))
  ;({ page, complaints } = await world.open())
  await page.goto(`${world.daybook.url}/tasks/${task.id}`)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const recurrence = async () => (await world.call('GET', `/tasks/${task.id}`)).recurrence as { rule: string } | null
const repeat = () => page.getByRole('region', { name: 'Repeat' })
const reminders = () => page.getByRole('region', { name: 'Reminders' })
const dates = () => repeat().getByRole('list', { name: 'Next dates' }).getByRole('listitem')

it('repeats by a common choice, by keyboard, says so and shows the next three dates', async () => {
  const often = page.getByLabel('How often')
  await often.focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown')
  await page.getByText('It comes every week on Friday.').waitFor()
  await expect.poll(() => dates().count()).toBe(3)
  expect(await recurrence()).toMatchObject({ rule: 'FREQ=WEEKLY;BYDAY=FR', from: 'due', onMiss: 'skip' })
  await page.getByLabel('Dates that pass meanwhile').selectOption('keep')
  await expect.poll(recurrence).toMatchObject({ onMiss: 'keep' })
  expect(await violations(page)).toEqual([])
})

it('reads a rule of one’s own while one types, and says what is wrong with it', async () => {
  await page.getByLabel('How often').selectOption('own')
  const rule = page.getByLabel('Rule', { exact: true })
  await rule.fill('FREQ=MONTHLY;BYDAY=-1FUN')
  await page.getByText('BYDAY has -1FUN').waitFor()
  expect(await recurrence()).toMatchObject({ rule: 'FREQ=WEEKLY;BYDAY=FR' })
  await rule.fill('freq=monthly;byday=-1fr')
  await page.getByText('It comes every month on the last Friday.').waitFor()
  await rule.press('Enter')
  await expect.poll(recurrence).toMatchObject({ rule: 'FREQ=MONTHLY;BYDAY=-1FR' })
})

it('leaves out a date', async () => {
  await repeat().getByRole('button', { name: 'Leave out this date' }).press('Enter')
  await expect.poll(async () => (await world.call('GET', `/tasks/${task.id}`)).dueAt).toBe('2099-12-25T17:00:00.000Z')
})

it('reminds before it is due and at a time, and takes a reminder away with a way back', async () => {
  const remind = page.getByLabel('Remind me')
  await remind.selectOption({ label: '1 hour before it is due' })
  await reminders().getByRole('listitem').filter({ hasText: '1 hour before it is due' }).waitFor()
  await remind.selectOption({ label: 'At a time' })
  await page.getByLabel('Time of the reminder').fill('2099-12-20T09:00')
  await page.getByLabel('Time of the reminder').press('Enter')
  await expect.poll(() => reminders().getByRole('listitem').count()).toBe(2)
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: 'Remove the reminder 1 hour before it is due' }).press('Enter')
  await expect.poll(() => reminders().getByRole('listitem').count()).toBe(1)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => reminders().getByRole('listitem').count()).toBe(2)
})

it('looks finished, on a phone too', async () => {
  await repeat().scrollIntoViewIfNeeded()
  await page.screenshot({ path: join(pictures, 'repeat.png') })
  const phone = await world.open({ width: 390, height: 844 })
  await phone.page.goto(`${world.daybook.url}/tasks/${task.id}`)
  await phone.page.getByText('It comes every month on the last Friday.').scrollIntoViewIfNeeded()
  await phone.page.screenshot({ path: join(pictures, 'repeat-phone.png') })
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

it('repeats no more, with a way back', async () => {
  await page.getByLabel('How often').selectOption('')
  await expect.poll(recurrence).toBeNull()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(recurrence).toMatchObject({ rule: 'FREQ=MONTHLY;BYDAY=-1FR' })
  // A rule that is wrong while one types is refused, which the browser notes.
  expect(complaints.filter((text) => !text.includes('400'))).toEqual([])
})
