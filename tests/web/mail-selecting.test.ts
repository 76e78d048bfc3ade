import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { makeMbox, plain, toMbox } from './support/make-mail.ts'
import { openWorld, type World } from './support/world.ts'

const MORE = 240
let world: World
let page: Page

beforeAll(async () => {
  const many = Array.from({ length: MORE }, (_, number) =>
    plain({
      id: `many-${number}`,
      from: 'Newsletter <news@example.org>',
      subject: `Issue ${number}`,
      date: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
      text: `Number ${number}`,
    }),
  )
  world = await openWorld(Buffer.concat([makeMbox(), toMbox(many)]))
  ;({ page } = await world.open())
  await page.goto(`${world.daybook.url}/inbox`)
  await row(/Lunch on Friday/).waitFor()
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const row = (name: RegExp) => page.getByRole('link', { name })
const tick = (name: RegExp) => page.getByRole('checkbox', { name })
const bar = () => page.getByRole('group', { name: 'Selected threads' })
const countOf = async (place: string) =>
  (await world.call('GET', '/mailboxes')).items.find((item: { place: string }) => item.place === place)
    .messages as number

it('selects by x, and archives all of it at once, with one way back', async () => {
  await row(/Lunch on Friday/).focus()
  await page.keyboard.press('x')
  await row(/Meeting notes/).focus()
  await page.keyboard.press('x')
  await bar().getByText('2 selected').waitFor()
  await page.keyboard.press('e')
  await page.getByText('2 threads archived').waitFor()
  await row(/Lunch on Friday/).waitFor({ state: 'detached' })
  await bar().waitFor({ state: 'detached' })
  expect(await countOf('archive')).toBe(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await row(/Lunch on Friday/).waitFor()
  expect(await countOf('archive')).toBe(0)
})

it('selects a range by shift and click, and reads it', async () => {
  await tick(/Please review/).click({ force: true })
  await tick(/Lunch on Friday/).click({ force: true, modifiers: ['Shift'] })
  await bar().getByText('4 selected').waitFor()
  await bar().getByRole('button', { name: 'Mark all as read' }).click()
  await page.getByText('4 threads marked as read').waitFor()
  await expect
    .poll(async () => (await world.call('GET', '/threads?unread=true&limit=1')).items[0].subject)
    .toMatch(/garden/)
})

it('lets go by Escape', async () => {
  await tick(/Please review/).click({ force: true })
  await bar().waitFor()
  await page.keyboard.press('Escape')
  await bar().waitFor({ state: 'detached' })
})

it('labels what is selected by l, making the label on the way, and takes it back', async () => {
  await row(/Invoice 2026-114/).focus()
  await page.keyboard.press('x')
  await row(/Trains for the trip|Lunch on Friday/)
    .first()
    .focus()
  await page.keyboard.press('x')
  await page.keyboard.press('l')
  await page.getByLabel('Find a label, or name a new one').fill('Errands')
  await page.getByRole('button', { name: 'Make “Errands”' }).click()
  await page.getByRole('checkbox', { name: 'Errands' }).waitFor()
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.getByText('Labels of 2 threads changed').waitFor()
  const { items } = await world.call('GET', '/labels')
  const { id } = items.find(({ name }: { name: string }) => name === 'Errands')
  expect((await world.call('GET', `/threads?labelId=${id}`)).items).toHaveLength(2)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(async () => (await world.call('GET', `/threads?labelId=${id}`)).items.length).toBe(0)
})

it('does one thing with everything, also what the list has not read yet, and takes all of it back', async () => {
  const all = await countOf('inbox')
  await row(/Lunch on Friday/).focus()
  await page.keyboard.press('x')
  await bar().getByRole('button', { name: 'Select all' }).click()
  await bar().getByText('All selected').waitFor()
  await bar().getByRole('button', { name: 'Archive all' }).click()
  await page.getByText('The inbox is clear').waitFor()
  await page.getByText(/2\d\d threads archived/).waitFor()
  expect(await countOf('inbox')).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await row(/Lunch on Friday/).waitFor()
  await expect.poll(() => countOf('inbox')).toBe(all)
}, 60_000)

it('writes a search from a form', async () => {
  await page.getByRole('button', { name: 'Find in mail' }).click()
  const form = page.getByRole('dialog', { name: 'Find in mail' })
  await form.getByLabel('From').fill('joel stanley')
  await form.getByLabel('Subject').fill('device')
  await form.getByLabel('Since').fill('2026-11-01')
  await form.getByText('from:joel from:stanley subject:device after:2026-11-01').waitFor()
  await form.getByRole('button', { name: 'Search' }).click()
  await page.waitForURL('**/search?q=*')
  await page.getByRole('list', { name: 'Results' }).getByRole('link').first().waitFor()
})

it('snoozes a thread by b, shows it among the snoozed, and brings it back', async () => {
  await page.goto(`${world.daybook.url}/inbox`)
  await row(/Lunch on Friday/).click()
  await page.getByRole('button', { name: 'Snooze' }).waitFor()
  await page.keyboard.press('b')
  await page.getByRole('button', { name: /Tomorrow morning/ }).click()
  await page.getByText('Snoozed', { exact: true }).last().waitFor()
  await page.getByRole('list', { name: 'Threads' }).getByText('Lunch on Friday?').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Snoozed' }).click()
  await page.getByRole('list', { name: 'Snoozed threads' }).getByRole('link', { name: 'Lunch on Friday?' }).waitFor()
  await page.getByRole('button', { name: /Bring back/ }).click()
  await page.getByText('Nothing is snoozed').waitFor()
})

it('offers a file that cannot be looked at as a download alone', async () => {
  await page.goto(`${world.daybook.url}/inbox`)
  await row(/Invoice 2026-114/).click()
  await page.getByRole('link', { name: /invoice-114.pdf/ }).waitFor()
  expect(await page.getByRole('button', { name: /Look at/ }).count()).toBe(0)
})
