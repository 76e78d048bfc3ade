import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { connectAccount } from './support/connect-account.ts'
import { openMailAccount, type MailAccount } from './support/mail-account.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let account: MailAccount
let page: Page
let context: BrowserContext

beforeAll(async () => {
  account = await openMailAccount()
  world = await openWorld()
  await connectAccount(world, account)
  await world.call('PUT', '/settings/mail.undo-seconds', { value: 0 })
  ;({ page, context } = await world.open({ kept: true }))
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /Lunch on Friday/ }).click()
  await page.getByRole('button', { name: 'Answer this message' }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  // An answer of the server's own, to compare with.
  await page.keyboard.press('r')
  await sheet().getByLabel('Text', { exact: true }).waitFor()
  online = await whatStands()
  await page.getByRole('button', { name: 'Throw away' }).click()
  await sheet().waitFor({ state: 'detached' })
  await context.setOffline(true)
}, 120_000)

afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await account?.[Symbol.asyncDispose]()
})

const sheet = () => page.getByRole('dialog')
let online: Awaited<ReturnType<typeof whatStands>>

/** Recipients, subject and text of the open letter, as a person sees them. */
async function whatStands() {
  const text = await sheet().getByLabel('Text', { exact: true }).innerText()
  return {
    to: await sheet()
      .getByRole('button', { name: /^Take out / })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label'))),
    subject: await sheet().getByLabel('Subject').inputValue(),
    text: text.replace(/\s+/g, ' ').trim(),
  }
}

it('begins an answer without the server, as the server would have', async () => {
  await page.keyboard.press('r')
  await sheet().getByLabel('Text', { exact: true }).waitFor({ timeout: 20_000 })
  const here = await whatStands()
  expect(here).toEqual(online)
  expect(here.subject).toBe('Re: Lunch on Friday?')
  expect(here.to.length).toBeGreaterThan(0)
})

it('sends it once when the server is back, as an answer in its thread', async () => {
  await sheet().getByLabel('Text', { exact: true }).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Gladly, from the tunnel.')
  await sheet().getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('Waits for the connection, then goes out').waitFor()
  expect(account.count()).toBe(0)
  await context.setOffline(false)
  const letter = await account.sent('Re: Lunch on Friday?')
  expect(letter.inReplyTo).toBeTruthy()
  expect(letter.text).toContain('Gladly, from the tunnel.')
  expect(account.count()).toBe(1)
}, 60_000)

it('forwards without the server by keyboard alone', async () => {
  await context.setOffline(true)
  await page.keyboard.press('f')
  await sheet().getByLabel('To', { exact: true }).waitFor({ timeout: 20_000 })
  await page.keyboard.type('cleo@example.org,')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Waits for the connection, then goes out').last().waitFor()
  await context.setOffline(false)
  const letter = await account.sent('Fwd: Lunch on Friday?')
  expect(letter.text).toContain('Forwarded message')
  expect(letter.inReplyTo).toBeFalsy()
  expect(letter.references).toBeTruthy()
}, 60_000)
