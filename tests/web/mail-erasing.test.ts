import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { connectAccount } from './support/connect-account.ts'
import { openMailAccount, type MailAccount } from './support/mail-account.ts'
import { makeMbox } from './support/make-mail.ts'
import { importMail } from './support/sign-in.ts'
import { openWorld, type World } from './support/world.ts'

/** A busy machine takes its time. */
const PATIENCE = { timeout: 30_000 }
const WORDS = 'erase all my mail'
let world: World
let account: MailAccount
let page: Page

beforeAll(async () => {
  account = await openMailAccount()
  world = await openWorld()
  await connectAccount(world, account)
  await world.call('POST', '/labels', { name: 'Money', color: 'green' })
  await world.call('POST', '/drafts', { subject: 'Half written', bodyText: 'Dear' })
  ;({ page } = await world.open())
}, 120_000)

afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await account?.[Symbol.asyncDispose]()
})

const main = () => page.getByRole('main')
const begin = () => main().getByRole('button', { name: 'Erase all my mail' })
const typing = () => page.getByRole('dialog').getByRole('textbox')
const messages = async () => {
  const { items } = (await world.call('GET', '/mailboxes')) as { items: { messages: number }[] }
  return items.reduce((sum, item) => sum + item.messages, 0)
}
/** What this browser keeps for when the server is away. */
const keptHere = () =>
  page.evaluate(async () => {
    // Opened before the page opens it, it would have no stores.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'daybook')) return ''
    const of = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await of(indexedDB.open('daybook'))
    const items = await of(database.transaction('kept').objectStore('kept').getAll())
    database.close()
    return JSON.stringify(items)
  })

it('is found by what people call it', async () => {
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('list', { name: 'Threads' }).waitFor()
  await expect.poll(keptHere, PATIENCE).toContain('Lunch on Friday')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find a page' }).fill('gdpr')
  await page.getByRole('option', { name: /Erase mail/ }).click()
  await main().getByRole('heading', { name: 'Erase all your mail' }).waitFor()
})

it('says how much there is, and which accounts are in the way, with a link', async () => {
  const count = await messages()
  expect(count).toBeGreaterThan(3)
  expect(await main().getByRole('definition').first().innerText()).toBe(String(count))
  await main().getByRole('listitem').getByText('alice@example.test').waitFor()
  expect(await begin().isDisabled()).toBe(true)
  expect(await violations(page)).toEqual([])
  const link = main().getByText('Remove it in').getByRole('link', { name: 'Mail accounts' })
  expect(await link.getAttribute('href')).toBe('/settings/accounts')
})

it('asks for words to be typed, and keeps everything until then', async () => {
  await main().getByLabel('Remove this account as well').check()
  await begin().click()
  const erase = page.getByRole('dialog').getByRole('button', { name: 'Erase it for good' })
  await page.getByRole('dialog').getByText('1 draft, 1 label').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await erase.isDisabled()).toBe(true)
  await typing().fill('erase my mail')
  expect(await erase.isDisabled()).toBe(true)
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click()
  expect(await messages()).toBeGreaterThan(3)
})

it('erases all of it with its accounts, and says when that is done', async () => {
  await begin().click()
  await typing().fill(WORDS)
  await page.getByRole('dialog').getByRole('button', { name: 'Erase it for good' }).click()
  await main().getByRole('status').getByText('All your mail here is erased.').waitFor(PATIENCE)
  expect(await violations(page)).toEqual([])
  expect(await messages()).toBe(0)
  expect((await world.call('GET', '/connections')).items).toEqual([])
  expect((await world.call('GET', '/labels')).items).toEqual([])
  expect((await world.call('GET', '/drafts')).items).toEqual([])
  await main().getByRole('button', { name: 'Erase all my mail' }).waitFor({ state: 'detached' })
  await expect.poll(keptHere).not.toContain('Lunch on Friday')
  await page.reload()
  await main().getByText('There is no mail of yours here to erase.').waitFor()
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /Lunch on Friday/ }).waitFor({ state: 'detached' })
}, 60_000)

it('is done by the keyboard alone, at the width of a phone', async () => {
  await importMail(world.daybook, world.cookies, makeMbox())
  const phone = await world.open({ width: 390, height: 844 })
  page = phone.page
  await page.goto(`${world.daybook.url}/settings/erase-mail`)
  await begin().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(await violations(page)).toEqual([])
  await begin().focus()
  await page.keyboard.press('Enter')
  await typing().focus()
  await page.keyboard.type(WORDS)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await page.keyboard.press('Enter')
  await main().getByRole('status').getByText('All your mail here is erased').waitFor(PATIENCE)
  expect(await messages()).toBe(0)
}, 60_000)
