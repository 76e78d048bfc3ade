import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openWorld, type World } from './support/world.ts'

/** A busy machine takes its time. */
const PATIENCE = { timeout: 10_000 }
let world: World
let page: Page
let complaints: string[]

// Nothing here uses the mouse.
beforeAll(async () => {
  world = await openWorld()
  ;({ page, complaints } = await world.open())
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('list', { name: 'Threads' }).waitFor()
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const row = (name: RegExp) => page.getByRole('list', { name: 'Threads' }).getByRole('link', { name })
const told = (message: string | RegExp) => page.getByRole('status').getByText(message).last().waitFor()
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const focusOn = (text: string) =>
  page.waitForFunction((wanted) => document.activeElement?.textContent?.includes(wanted), text)
const focusIn = (label: string) =>
  page.waitForFunction((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, label)
const threadCalled = async (subject: string) => {
  const places = ['inbox', 'archive', 'junk', 'trash']
  for (const place of places) {
    const { items } = await world.call('GET', `/threads?place=${place}`)
    const found = items.find((thread: { subject: string }) => thread.subject === subject)
    if (found)
      return { ...found, place } as { id: string; place: string; starred: boolean; unread: number; labels: string[] }
  }
  throw new Error(`There is no thread called ${subject}`)
}
const placeOf = async (subject: string) => (await threadCalled(subject)).place
const REVIEW = 'Please review before Thursday'

/** Presses Tab until the focus is on what has the name. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 90; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const { activeElement } = document
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
    })
    if (focused.startsWith(name)) return
  }
  throw new Error(`Tab never reached ${name}`)
}

it('stars and marks the row that has the focus', async () => {
  await press('j')
  await focusOn(REVIEW)
  await press('s')
  await expect.poll(async () => (await threadCalled(REVIEW)).starred, PATIENCE).toBe(true)
  await press('U')
  await told('Marked as read')
  await expect.poll(async () => (await threadCalled(REVIEW)).unread, PATIENCE).toBe(0)
  await press('s', 'U')
  await expect.poll(async () => (await threadCalled(REVIEW)).unread, PATIENCE).toBe(1)
})

it.each([
  ['e', 'Archived', 'archive'],
  ['!', 'Moved to junk', 'junk'],
  ['#', 'Moved to the trash', 'trash'],
])('puts the row away by %s, goes on with the next, and takes it back by z', async (key, words, place) => {
  await row(/Please review/).focus()
  await press(key)
  await told(words)
  await focusOn('old log entries')
  await expect.poll(() => placeOf(REVIEW), PATIENCE).toBe(place)
  await press('z')
  await row(/Please review/).waitFor()
  await expect.poll(() => placeOf(REVIEW), PATIENCE).toBe('inbox')
})

it('labels the row by l, with a label it names on the way', async () => {
  await row(/Please review/).focus()
  await press('l')
  await page.getByRole('dialog', { name: 'Labels' }).waitFor()
  await page.keyboard.type('Code')
  await press('Enter')
  await page.getByRole('checkbox', { name: 'Code' }).waitFor()
  await press('Enter')
  await told('Labels changed')
  await expect.poll(async () => (await threadCalled(REVIEW)).labels.length, PATIENCE).toBe(1)
  await press('z')
  await expect.poll(async () => (await threadCalled(REVIEW)).labels.length, PATIENCE).toBe(0)
})

it('snoozes the row by b, and has it back by z', async () => {
  await row(/Please review/).focus()
  await press('b')
  await page.getByRole('dialog', { name: 'Snooze until' }).waitFor()
  await press('Enter')
  await told('Snoozed')
  await row(/Please review/).waitFor({ state: 'detached' })
  await press('z')
  await row(/Please review/).waitFor()
})

it('opens, answers, answers all, forwards, makes a task and goes back', async () => {
  await row(/Please review/).focus()
  await press('Enter')
  await page.waitForURL('**/inbox/*')
  await page.getByRole('button', { name: 'Answer', exact: true }).waitFor()
  for (const [key, subject] of [
    ['r', `Re: ${REVIEW}`],
    ['a', `Re: ${REVIEW}`],
    ['f', `Fwd: ${REVIEW}`],
  ] as const) {
    await press(key)
    const sheet = page.getByRole('dialog')
    await expect.poll(() => sheet.getByLabel('Subject').inputValue(), PATIENCE).toBe(subject)
    // What takes the keys is in the letter, also where one has not written yet.
    await page.waitForFunction(() => document.activeElement?.closest('[data-writing]'))
    await press('Escape')
    await sheet.waitFor({ state: 'detached' })
  }
  await press('t')
  await told(/^Task made/)
  await press('u')
  await page.waitForURL('**/inbox')
  await focusOn(REVIEW)
})

it('reaches what a sender is told and what a message holds by Tab', async () => {
  await row(/Please review/).focus()
  await press('Enter')
  await page.getByRole('button', { name: 'Block brad@example.org' }).waitFor()
  await tabTo('Answer this message')
  await tabTo('Block brad@example.org')
  await press('Enter')
  await told('New mail of brad@example.org goes to junk')
  await press('z')
  await expect.poll(async () => (await world.call('GET', '/blocked-senders')).items.length, PATIENCE).toBe(0)
  await press('u')
})

it('selects by x and does one thing with all', async () => {
  await row(/Please review/).focus()
  await press('x', 'j', 'x')
  await page.getByRole('group', { name: 'Selected threads' }).getByText('2 selected').waitFor()
  await press('!')
  await told('2 threads moved to junk')
  await press('z')
  await row(/Please review/).waitFor()
  await expect.poll(() => placeOf(REVIEW), PATIENCE).toBe('inbox')
})

it('acts on the thread that is open, also where the list beside it does not show it', async () => {
  const { id } = await threadCalled('Lunch on Friday?')
  await page.goto(`${world.daybook.url}/inbox/${id}?labelId=${(await world.call('GET', '/labels')).items[0].id}`)
  await page.getByRole('button', { name: 'Answer', exact: true }).waitFor()
  await press('s')
  await expect.poll(async () => (await threadCalled('Lunch on Friday?')).starred, PATIENCE).toBe(true)
  await press('e')
  await told('Archived')
  await expect.poll(() => placeOf('Lunch on Friday?'), PATIENCE).toBe('archive')
  expect(await placeOf(REVIEW)).toBe('inbox')
})

it('writes a letter from its first field to its last button', async () => {
  await page.goto(`${world.daybook.url}/inbox`)
  await row(/Please review/).waitFor()
  await press('c')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('To', { exact: true }).waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
  await page.keyboard.type('ada@example.org,')
  await tabTo('Cc Bcc')
  await tabTo('Subject')
  await page.keyboard.type('By keys')
  await tabTo('Bold')
  await tabTo('Text')
  await page.keyboard.type('No mouse.')
  await press('Tab')
  await focusOn('Send')
  await tabTo('Send later')
  await press('Enter')
  await page.getByRole('dialog', { name: 'Send later' }).waitFor()
  await press('Escape')
  await page.getByRole('dialog', { name: 'Send later' }).waitFor({ state: 'detached' })
  await focusIn('Send later')
  await tabTo('Attach a file')
  await tabTo('Throw away')
  await press('Enter')
  await told('Thrown away')
  await press('z')
  await expect.poll(() => sheet.getByLabel('Subject').inputValue(), PATIENCE).toBe('By keys')
  await press('Escape')
})

it('has every key of mail on the page of keys and in the guide', async () => {
  await page.goto(`${world.daybook.url}/settings/keyboard`)
  const mail = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /Change/ }) })
  await mail.first().waitFor()
  const keys = ['c', 'r', 'a', 'f', 'x', 'b', 'l', 'e', '!', '#', 's', 'U', 't']
  const shown = await page.locator('kbd').allTextContents()
  const guide = await readFile(new URL('../../docs/guide/keyboard.md', import.meta.url), 'utf8')
  for (const key of keys) {
    expect(shown, key).toContain(key)
    expect(guide, key).toContain(`\`${key}\``)
  }
})

it('complained about nothing on the way', () => {
  expect(complaints).toEqual([])
})
