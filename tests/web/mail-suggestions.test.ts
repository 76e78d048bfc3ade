import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { connectAccount } from './support/connect-account.ts'
import { openMailAccount, type MailAccount } from './support/mail-account.ts'
import { plain } from './support/make-mail.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let account: MailAccount
let page: Page

beforeAll(async () => {
  account = await openMailAccount()
  world = await openWorld()
  const now = new Date().toISOString()
  const from = 'Ada Lovelace <ada@example.org>'
  for (const [id, subject, text] of [
    ['offer', 'The offer', 'Hello.\n\nPlease sign the offer.\n'],
    ['plan', 'The plan', 'Hello.\n\nPlease send me the plan of the garden.\n'],
    ['thanks', 'Thanks', 'It was a good day.\n'],
  ] as const)
    await account.imap.deliver(plain({ id, from, subject, date: now, text }))
  await connectAccount(world, account)
  ;({ page } = await world.open())
}, 120_000)

afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await account?.[Symbol.asyncDispose]()
})

const suggested = async () => (await world.call('GET', '/integrations/suggested-tasks')).items as { title: string }[]
const tasks = async () =>
  ((await world.call('GET', '/tasks')).items as { title: string }[]).map(({ title }) => title).sort()
const strip = () => page.getByRole('region', { name: 'Suggested by your mail' })
const card = (name: RegExp) => strip().getByRole('article', { name })

it('shows what mail suggests above the tasks, one and then all', async () => {
  await expect.poll(async () => (await suggested()).length, { timeout: 20_000 }).toBe(2)
  await page.goto(`${world.daybook.url}/tasks`)
  await strip().waitFor()
  expect(await strip().getByRole('article').count()).toBe(1)
  await strip().getByRole('button', { name: 'Show all 2' }).click()
  await card(/Sign the offer/)
    .getByText('“Please sign the offer.”')
    .waitFor()
  expect(await violations(page)).toEqual([])
}, 30_000)

it('makes a task by the keyboard alone, and takes it back', async () => {
  await card(/Sign the offer/)
    .getByRole('button', { name: /^Make the task/ })
    .focus()
  await page.keyboard.press('Enter')
  await page.getByText('Task made: Sign the offer').waitFor()
  await card(/Sign the offer/).waitFor({ state: 'detached' })
  expect(await tasks()).toEqual(['Sign the offer'])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await card(/Sign the offer/).waitFor()
  await page.getByText('There is nothing to do.').waitFor()
  expect(await tasks()).toEqual([])
})

it('dismisses one, and takes that back', async () => {
  await card(/Sign the offer/)
    .getByRole('button', { name: /^Dismiss/ })
    .click()
  await card(/Sign the offer/).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await card(/Sign the offer/).waitFor()
  expect((await suggested()).length).toBe(2)
})

it('stands beside its message, where it becomes a task that is linked with it', async () => {
  await card(/Sign the offer/)
    .getByRole('link', { name: /Read the message/ })
    .click()
  const offer = page.getByRole('region', { name: 'Suggested tasks' })
  await offer.getByText('“Please sign the offer.”').waitFor()
  expect(await violations(page)).toEqual([])
  await offer.getByRole('button', { name: /^Make the task/ }).click()
  await offer.waitFor({ state: 'detached' })
  await page.getByRole('list', { name: 'Goes with' }).getByRole('link', { name: 'Sign the offer' }).click()
  await page.getByRole('article').getByLabel('Title').waitFor()
  expect(await tasks()).toEqual(['Sign the offer'])
  expect((await suggested()).map(({ title }) => title)).toHaveLength(1)
})

it('says nothing where a message asks for nothing', async () => {
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /Thanks It was/ }).click()
  await page.getByText('It was a good day.').last().waitFor()
  expect(await page.getByRole('region', { name: 'Suggested tasks' }).count()).toBe(0)
})
