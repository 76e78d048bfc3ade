import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser, Locator, Page } from 'playwright-core'
import { openBrowser, openPage } from './support/browser.ts'
import { openMailAccount, type MailAccount } from './support/mail-account.ts'
import { plain } from './support/make-mail.ts'
import { startDaybook, type Daybook } from './support/start-daybook.ts'

const MESSAGES = 1500
let account: MailAccount
let daybook: Daybook
let browser: Browser
let page: Page

beforeAll(async () => {
  account = await openMailAccount()
  await account.imap.prefill(
    Array.from({ length: MESSAGES }, (_, number) =>
      plain({
        id: `old-${number}`,
        from: number % 100 === 7 ? 'Zoë Müller <zoe@example.org>' : 'Somebody <somebody@example.org>',
        subject: `Letter ${number}`,
        date: new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString(),
        text: `This is number ${number}.\n${'A line that says little, again and again.\n'.repeat(60)}`,
      }),
    ),
    { seen: true },
  )
  daybook = await startDaybook()
  browser = await openBrowser()
  ;({ page } = await openPage(browser))
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await daybook?.[Symbol.asyncDispose]()
  await account?.[Symbol.asyncDispose]()
})

const shows = (locator: Locator) =>
  locator.waitFor({ timeout: 3000 }).then(
    () => true,
    () => false,
  )
const card = () => page.getByRole('article', { name: account.address })
const fillServer = async (label: string, port: number) => {
  const group = page.getByRole('group', { name: label })
  await group.getByLabel('Server').fill('127.0.0.1')
  await group.getByLabel('Port').fill(String(port))
  await group.getByLabel('Encryption').selectOption('none')
}

it('leads from the empty inbox to the form that connects an account', async () => {
  await page.goto(daybook.link)
  await page.waitForURL('**/today')
  await page.getByRole('link', { name: 'Inbox' }).first().click()
  await page.getByText('There is no mail yet').waitFor()
  await page.getByRole('link', { name: 'Connect an account' }).click()
  await page.getByRole('button', { name: 'Connect an account' }).click()
  await page.getByLabel('E-mail address').fill(account.address)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Password or app password').waitFor({ timeout: 60_000 })
}, 90_000)

it('says in plain words why a server did not let it in, and what to do', async () => {
  const servers = page.locator('details', {
    has: page.getByRole('group', { name: 'Incoming (IMAP)', includeHidden: true }),
  })
  if (!(await servers.evaluate((details: HTMLDetailsElement) => details.open)))
    await page.getByText('Servers', { exact: true }).click()
  await page.getByLabel('User name').fill(account.username)
  await fillServer('Incoming (IMAP)', account.imap.port)
  await fillServer('Outgoing (SMTP)', account.smtpPort)
  await page.getByLabel('Your name').fill('Alice Example')
  await page.getByRole('textbox', { name: 'Password or app password' }).fill('wrong')
  await page.getByRole('button', { name: 'Check and connect' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'were not accepted' })
  await alert.waitFor({ timeout: 30_000 })
  expect(await alert.textContent()).toContain('Check both')
}, 60_000)

it('connects with the right password, and shows how much is here already', async () => {
  await page.getByRole('textbox', { name: 'Password or app password' }).fill(account.password)
  await page.getByRole('button', { name: 'Check and connect' }).click()
  await card().waitFor({ timeout: 30_000 })
  await card()
    .getByText(/Syncing|Up to date/)
    .waitFor({ timeout: 30_000 })
}, 90_000)

it('shows mail as it comes in, newest first, and searches what is here in the meantime', async () => {
  await page.getByRole('navigation', { name: 'Places', exact: true }).getByRole('link', { name: 'Inbox' }).click()
  const first = page.getByRole('list', { name: 'Threads' }).locator('[data-index="0"]')
  await first.getByText(`Letter ${MESSAGES - 1}`).waitFor({ timeout: 60_000 })
  await page.keyboard.press('/')
  await page.keyboard.type('from:zoë')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search?q=*')
  const found = page.getByRole('list', { name: 'Results' }).getByText('Letter 1407')
  // What came in since is found when one searches again.
  await expect.poll(() => page.reload().then(() => shows(found)), { timeout: 60_000 }).toBe(true)
}, 150_000)

it('has it all in the end, and says so', async () => {
  await page.goto(`${daybook.url}/settings/accounts`)
  await card().getByText('Up to date').waitFor({ timeout: 120_000 })
  await card()
    .getByText(`${MESSAGES.toLocaleString('en-GB')} messages here`)
    .waitFor()
}, 150_000)

it('shows a message that arrives, without anybody asking', async () => {
  await page.goto(`${daybook.url}/inbox`)
  await page.getByRole('list', { name: 'Threads' }).waitFor()
  await account.imap.deliver(
    plain({
      id: 'fresh',
      from: 'Grace Hopper <grace@example.org>',
      subject: 'Are you there?',
      date: new Date().toISOString(),
      text: 'I hope this finds you.',
    }),
  )
  await page.getByRole('link', { name: /Are you there/ }).waitFor({ timeout: 30_000 })
}, 60_000)

it('answers it, and the answer arrives at the SMTP server once', async () => {
  await page.getByRole('link', { name: /Are you there/ }).click()
  await page.getByRole('button', { name: 'Answer', exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Take out Grace Hopper' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Text')
  await page.keyboard.type('Yes, I am here.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Sending', { exact: true }).waitFor()
  await sheet.waitFor({ state: 'detached' })
  const letter = await account.sent('Re: Are you there?')
  expect(letter.text).toContain('Yes, I am here.')
  expect(letter.text).toContain('> I hope this finds you.')
  expect(letter.from).toEqual({ name: 'Alice Example', address: account.address })
  expect(letter.to).toEqual([{ name: 'Grace Hopper', address: 'grace@example.org' }])
  expect(letter.inReplyTo).toBe('<fresh@example.org>')
  expect(account.count()).toBe(1)
  await page.getByRole('navigation', { name: 'Places of mail' }).getByRole('link', { name: 'Sent' }).click()
  await page.getByRole('link', { name: /Are you there/ }).waitFor({ timeout: 30_000 })
}, 90_000)

it('takes a message back in time, with all that was written', async () => {
  await page.keyboard.press('c')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('To', { exact: true }).fill('grace@example.org')
  await sheet.getByLabel('Subject').fill('Too early')
  await sheet.getByLabel('Text', { exact: true }).fill('I should think about this.')
  await sheet.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => sheet.getByLabel('Text', { exact: true }).innerText()).toContain('I should think')
  expect(await sheet.getByLabel('Subject').inputValue()).toBe('Too early')
  expect(account.count()).toBe(1)
  await sheet.getByRole('button', { name: 'Throw away' }).click()
}, 60_000)

it('keeps a message for later, and shows it waiting above what was sent', async () => {
  await page.keyboard.press('c')
  const sheet = page.getByRole('dialog').first()
  await sheet.getByLabel('To', { exact: true }).fill('grace@example.org')
  await sheet.getByLabel('Subject').fill('For Monday')
  await sheet.getByRole('button', { name: 'Send later' }).click()
  await page.getByRole('button', { name: /In an hour/ }).click()
  await page.getByText(/^Goes out/).waitFor()
  const waiting = page
    .getByRole('region', { name: 'On their way' })
    .getByRole('listitem')
    .filter({ hasText: 'For Monday' })
  await waiting.getByText('Waits for its time').waitFor()
  await waiting.getByRole('button', { name: /Take back/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Throw away' }).click()
  await waiting.waitFor({ state: 'detached' })
}, 60_000)

it('pauses an account, goes on with it, and says what goes when it is removed', async () => {
  await page.goto(`${daybook.url}/settings/accounts`)
  await card()
    .getByRole('button', { name: /^Pause/ })
    .click()
  await card().getByText('Paused').waitFor()
  await card()
    .getByRole('button', { name: /^Resume/ })
    .click()
  await card().getByText('Paused').waitFor({ state: 'detached' })
  await card()
    .getByRole('button', { name: /^Remove/ })
    .click()
  await page.getByText('Your mail at the provider stays as it is').waitFor()
  await page.getByLabel(`Type “${account.address}” to go on`).fill(account.address)
  await page.getByRole('button', { name: 'Remove the account' }).click()
  await page.getByText('No mail account is connected yet').waitFor()
  await page.goto(`${daybook.url}/inbox`)
  await page.getByText('There is no mail yet').waitFor({ timeout: 60_000 })
}, 120_000)
