import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { connectAccount } from './support/connect-account.ts'
import { openMailAccount, type MailAccount } from './support/mail-account.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let account: MailAccount
let page: Page

beforeAll(async () => {
  account = await openMailAccount()
  const head = 'From: alice@example.test\r\nTo: Ben <ben@example.org>\r\nMessage-ID: <phone@example.test>\r\n'
  const draft = `${head}Subject: From the phone\r\n\r\nBegun on the way\r\n`
  await account.imap.deliver(draft, { mailbox: 'Drafts' })
  world = await openWorld()
  await connectAccount(world, account)
  ;({ page } = await world.open())
}, 120_000)

afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await account?.[Symbol.asyncDispose]()
})

const sheet = () => page.getByRole('dialog')

it('continues a draft that was begun elsewhere, by keyboard alone', async () => {
  await page.goto(`${world.daybook.url}/inbox?place=drafts`)
  const begun = page.getByRole('link', { name: /From the phone/ })
  await begun.waitFor({ timeout: 30_000 })
  await begun.focus()
  await page.keyboard.press('Enter')
  const goOn = page.getByRole('button', { name: 'Go on writing' })
  await goOn.waitFor()
  expect(await page.getByRole('button', { name: 'Answer this message' }).count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await goOn.focus()
  await page.keyboard.press('Enter')
  await sheet().getByLabel('Subject').waitFor()
  expect(await sheet().getByLabel('Subject').inputValue()).toBe('From the phone')
  await expect.poll(() => sheet().getByLabel('Text', { exact: true }).innerText()).toContain('Begun on the way')
  await sheet().getByLabel('Text', { exact: true }).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(', done at the desk')
  await sheet().getByText('Saved as a draft').waitFor()
  await page.keyboard.press('Escape')
  await sheet().waitFor({ state: 'detached' })
  // It is one draft, here and there.
  await page.getByRole('region', { name: 'Being written' }).getByText('From the phone').waitFor()
  await begun.waitFor({ state: 'detached' })
  await expect
    .poll(() => account.imap.run(['SELECT Drafts', 'UID FETCH 1:* (FLAGS BODY.PEEK[TEXT])']), { timeout: 30_000 })
    .toContain('done at the desk')
  await expect.poll(() => account.imap.run(['STATUS Drafts (MESSAGES)']), { timeout: 30_000 }).toContain('MESSAGES 1')
}, 90_000)
