import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, openPage } from './support/browser.ts'
import { makeMbox } from './support/make-mail.ts'
import { startDaybook, type Daybook } from './support/start-daybook.ts'

let daybook: Daybook
let browser: Browser
let page: Page
let complaints: string[]

beforeAll(async () => {
  daybook = await startDaybook()
  browser = await openBrowser()
  ;({ page, complaints } = await openPage(browser))
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await daybook?.[Symbol.asyncDispose]()
})

const focusedText = () => page.evaluate(() => document.activeElement?.textContent ?? '')

/** Presses Tab until the focus is on what matches. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`Tab never reached ${selector}`)
}

it('opens the link, which takes its secret out of the address', async () => {
  await page.goto(daybook.link)
  await page.waitForURL('**/today')
  expect(page.url()).toBe(`${daybook.url}/today`)
  await page.getByText('What is next').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.getByText('There is no mail yet').waitFor()
})

it('goes to the import by g m and imports a file', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.waitForURL('**/import')
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor()
  const chooser = page.waitForEvent('filechooser')
  await tabTo('#import-file')
  await page.keyboard.press('Space')
  await (await chooser).setFiles({ name: 'archive.mbox', mimeType: 'application/mbox', buffer: makeMbox() })
  await page.getByText('Done', { exact: true }).waitFor()
  await page.getByText('13', { exact: true }).first().waitFor()
})

it('searches by / and reads the first result', async () => {
  await page.keyboard.press('/')
  await page.keyboard.type('from:zoë fan')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search?q=*')
  await page.waitForFunction(() => document.activeElement?.closest('[data-index="0"]'))
  expect(await focusedText()).toContain('Device tree for the new board')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/inbox/*')
  // The list beside it shows the same words.
  await page
    .getByRole('article', { name: /Zoë Müller/ })
    .getByText('I can add the fan controller this week')
    .waitFor()
})

it('makes a task of the mail by t and completes it by x', async () => {
  await page.keyboard.press('t')
  await page.getByText('Task made:').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.waitForURL('**/tasks')
  await page.getByRole('heading', { name: 'Tasks', level: 1 }).waitFor()
  await page.getByRole('link', { name: /Device tree for the new board/ }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/tasks/*')
  await page.getByRole('list', { name: 'Made from' }).getByRole('link').waitFor()
  await page.keyboard.press('x')
  await page.getByText(/^Done: /).waitFor()
  await page.getByText('There is nothing to do').waitFor()
})

it('takes it back by z', async () => {
  await page.keyboard.press('z')
  await page.getByRole('link', { name: /Device tree for the new board/ }).waitFor()
})

it('walks the inbox by j and k, archives by e, and takes that back', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.getByRole('list', { name: 'Threads' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.matches('[data-page-title]'))
  await page.keyboard.press('j')
  expect(await focusedText()).toContain('Please review before Thursday')
  await page.keyboard.press('j')
  expect(await focusedText()).toContain('old log entries')
  await page.keyboard.press('k')
  await page.keyboard.press('e')
  await page.getByText('Archived').waitFor()
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('old log entries'))
  await page.keyboard.press('z')
  await page.getByRole('link', { name: /Please review before Thursday/ }).waitFor()
})

it('finds an operation in the palette, fills its form and shows the answer', async () => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find a page' }).waitFor()
  await page.keyboard.type('tasks.create ')
  await page
    .getByRole('option', { name: /tasks\.create/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByLabel('title (needed)').waitFor()
  await tabTo('input')
  await page.keyboard.type('Made in the palette')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Answer' }).waitFor()
  await page.keyboard.press('Escape')
})

it('shows every key of the page by ?', async () => {
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.getByRole('dialog').getByText('Archive, or back to the inbox').waitFor()
  await page.keyboard.press('Escape')
})

it('complained about nothing on the way', () => {
  expect(complaints).toEqual([])
})
