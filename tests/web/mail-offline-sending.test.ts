import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BrowserContext, Page, Route } from 'playwright-core'
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
  await page.getByRole('list', { name: 'Threads' }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  // What is done beside the pages begins a little later.
  await expectLetter('Warm')
  await page.getByRole('button', { name: 'Throw away' }).click()
}, 120_000)

afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await account?.[Symbol.asyncDispose]()
})

const sheet = () => page.getByRole('dialog')
const waiting = () => page.getByRole('region', { name: 'Waiting for the connection' })
const drafts = async () => (await world.call('GET', '/drafts')).items as { id: string; rev: number; subject: string }[]
const subjects = async () =>
  ((await world.call('GET', '/outgoing')).items as { subject: string }[]).map(({ subject }) => subject)

async function expectLetter(subject: string, text = 'Dear Ada'): Promise<void> {
  await page.keyboard.press('c')
  await sheet().getByLabel('To', { exact: true }).waitFor()
  await page.keyboard.type('ada@example.org,')
  await sheet().getByLabel('Subject').fill(subject)
  await sheet().getByLabel('Text', { exact: true }).fill(text)
}
const send = () => sheet().getByRole('button', { name: 'Send', exact: true }).click()

it('lets a letter wait while the server is away, says so, and shows it among what is on its way', async () => {
  await context.setOffline(true)
  await expectLetter('From the train')
  await send()
  await page.getByText('Waits for the connection, then goes out').waitFor()
  await sheet().waitFor({ state: 'detached' })
  await page.reload()
  await page.goto(`${world.daybook.url}/inbox?place=sent`)
  await waiting().getByRole('button', { name: 'Take back From the train' }).waitFor()
  await waiting().getByText('It is in this browser alone').waitFor()
  expect(account.count()).toBe(0)
  expect(await drafts()).toEqual([])
})

it('sends it once when the server is back', async () => {
  await context.setOffline(false)
  await account.sent('From the train')
  await waiting().waitFor({ state: 'detached' })
  expect(await subjects()).toEqual(['From the train'])
  expect(await drafts()).toEqual([])
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Sent' }).waitFor()
  expect(account.count()).toBe(1)
}, 60_000)

it('sends once also where the answer to sending, or to saving, never came', async () => {
  let heard = 0
  // The server hears it; the page never learns.
  const lose = async (route: Route) => {
    if (route.request().method() === 'POST') {
      heard++
      await route.fetch()
    }
    await route.abort('connectionfailed')
  }
  await page.route('**/api/v1/drafts/*/send', lose)
  await expectLetter('Heard already')
  await sheet().getByText('Saved as a draft').waitFor()
  await send()
  await page.getByText('Waits for the connection, then goes out').waitFor()
  expect(heard).toBe(1)
  await page.unroute('**/api/v1/drafts/*/send')
  await page.route('**/api/v1/drafts', lose)
  await expectLetter('Saved already')
  await send()
  await page.getByText('Waits for the connection, then goes out').nth(1).waitFor()
  await page.unroute('**/api/v1/drafts')
  await account.sent('Heard already')
  await account.sent('Saved already')
  await expect.poll(drafts, { timeout: 20_000 }).toEqual([])
  expect(account.count()).toBe(3)
  expect((await subjects()).sort()).toEqual(['From the train', 'Heard already', 'Saved already'])
}, 90_000)

it('gives a letter back that is not to go after all', async () => {
  await context.setOffline(true)
  await expectLetter('Not yet', 'Half of it')
  await send()
  await page.getByText('Waits for the connection, then goes out').last().waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await sheet().waitFor()
  expect(await sheet().getByLabel('Text', { exact: true }).innerText()).toContain('Half of it')
  await context.setOffline(false)
  await sheet().getByText('Saved as a draft').waitFor({ timeout: 20_000 })
  expect(account.count()).toBe(3)
  await page.keyboard.press('Escape')
}, 60_000)

it('says without the server that nobody is to get it', async () => {
  await context.setOffline(true)
  await page.keyboard.press('c')
  await sheet().getByLabel('Subject').fill('To nobody')
  await send()
  await sheet().getByText('Nobody is to get it').waitFor()
  await sheet().getByRole('button', { name: 'Throw away' }).click()
  await context.setOffline(false)
})

it('gives a letter back with the reason where the server refuses it, and nothing of it is lost', async () => {
  await expectLetter('Changed elsewhere', 'The first half')
  await sheet().getByText('Saved as a draft').waitFor({ timeout: 20_000 })
  await context.setOffline(true)
  await sheet().getByLabel('Text', { exact: true }).fill('Written in a tunnel')
  await send()
  await page.getByText('Waits for the connection, then goes out').last().waitFor()
  const draft = (await drafts()).find(({ subject }) => subject === 'Changed elsewhere')!
  await world.call('PATCH', `/drafts/${draft.id}`, { rev: draft.rev, bodyText: 'Written at home' })
  await context.setOffline(false)
  await page.getByText('Not sent: Changed elsewhere').waitFor({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Open', exact: true }).last().click()
  await expect.poll(() => sheet().getByLabel('Text', { exact: true }).innerText()).toContain('Written in a tunnel')
  expect(account.count()).toBe(3)
}, 60_000)
