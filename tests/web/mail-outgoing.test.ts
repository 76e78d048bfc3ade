import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { connectAccount } from './support/connect-account.ts'
import { openMailAccount, type MailAccount } from './support/mail-account.ts'
import { openWorld, type World } from './support/world.ts'

/** A busy machine takes its time. */
const PATIENCE = { timeout: 10_000 }
let world: World
let account: MailAccount
let page: Page

beforeAll(async () => {
  account = await openMailAccount()
  world = await openWorld()
  await connectAccount(world, account)
  ;({ page } = await world.open())
}, 120_000)

afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await account?.[Symbol.asyncDispose]()
})

const sheet = () => page.getByRole('dialog')
const text = () => sheet().getByLabel('Text', { exact: true })
const row = (subject: string) =>
  page.getByRole('region', { name: 'On their way' }).getByRole('listitem').filter({ hasText: subject })
const countOf = (subject: string) => account.letters.filter((letter) => letter.subject === subject).length

/** Has a letter refused, broken off or taken from now on. */
const answer = (answers: Record<string, ReturnType<MailAccount['answer']>>) => {
  account.answer = (subject) => answers[subject] ?? 'taken'
}

/** Sends a letter by the API, and shows what is on its way. */
async function send(subject: string): Promise<void> {
  const { id } = await world.call('POST', '/drafts', {
    subject,
    to: [{ name: 'Grace Hopper', address: 'grace@example.org' }],
    bodyText: 'Dear Grace',
  })
  await world.call('POST', `/drafts/${id}/send`, {})
  await page.goto(`${world.daybook.url}/inbox?place=sent`)
  await row(subject).waitFor()
}

it('gives a letter back that the server refuses, in its words, and sends it once it is mended', async () => {
  answer({ Offer: { code: 554, text: 'We take no offers' } })
  await send('Offer')
  await row('Offer').getByText('Not sent').waitFor({ timeout: 30_000 })
  await row('Offer').getByText('554 We take no offers').waitFor()
  await row('Offer')
    .getByRole('button', { name: /Open the draft/ })
    .click()
  await expect.poll(() => text().innerText(), PATIENCE).toContain('Dear Grace')
  await sheet().getByLabel('Subject').fill('A question')
  await sheet().getByRole('button', { name: 'Send', exact: true }).click()
  expect((await account.sent('A question')).text).toContain('Dear Grace')
  await row('Offer').waitFor({ state: 'detached' })
  expect(countOf('Offer')).toBe(0)
}, 60_000)

it('keeps trying what the server takes later, and tries at once when told to', async () => {
  answer({ Patience: { code: 451, text: 'Come back later' } })
  await send('Patience')
  await row('Patience').getByText('Waits for the server').waitFor({ timeout: 30_000 })
  await row('Patience').getByText('451 Come back later').waitFor({ timeout: 30_000 })
  answer({})
  await row('Patience')
    .getByRole('button', { name: /Try now/ })
    .click()
  await account.sent('Patience')
  await row('Patience').waitFor({ state: 'detached', timeout: 30_000 })
  expect(countOf('Patience')).toBe(1)
}, 90_000)

it('says that a letter may have been sent, and believes its person that it arrived', async () => {
  answer({ Doubt: 'cut' })
  await send('Doubt')
  await row('Doubt').getByText('May have been sent, check').waitFor({ timeout: 30_000 })
  await row('Doubt').getByText('Ask whether it arrived').waitFor()
  expect(
    await row('Doubt')
      .getByRole('button', { name: /Take back/ })
      .count(),
  ).toBe(0)
  await row('Doubt')
    .getByRole('button', { name: /It arrived/ })
    .click()
  await row('Doubt').waitFor({ state: 'detached' })
  expect(countOf('Doubt')).toBe(1)
}, 60_000)

it('sends a doubtful letter again only when told to', async () => {
  answer({ Again: 'cut' })
  await send('Again')
  await row('Again').getByText('May have been sent, check').waitFor({ timeout: 30_000 })
  answer({})
  expect(countOf('Again')).toBe(1)
  await row('Again')
    .getByRole('button', { name: /Send again/ })
    .click()
  await row('Again').waitFor({ state: 'detached', timeout: 30_000 })
  expect(countOf('Again')).toBe(2)
}, 60_000)

it('keeps a signature for an address, and adds another address with its own', async () => {
  await page.goto(`${world.daybook.url}/settings/sending`)
  const own = page.getByRole('article', { name: 'alice@example.test' })
  await own.getByRole('button', { name: /Name and signature/ }).click()
  await own.getByLabel('Signature').fill('Alice\nRoom 12')
  await own.getByRole('button', { name: 'Save' }).click()
  await own.getByText('Room 12').waitFor()
  await page.getByRole('button', { name: 'Add an address' }).click()
  await page.getByLabel('Address', { exact: true }).fill('office@example.test')
  await page.getByLabel('Name', { exact: true }).fill('The Office')
  await page.getByLabel('Signature').fill('The Office, open till five')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('article', { name: 'office@example.test' }).getByText('open till five').waitFor()
})

it('writes from the address one chooses, with the signature that belongs to it', async () => {
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /Lunch on Friday/ }).waitFor()
  await page.keyboard.press('c')
  await expect.poll(() => text().innerText(), PATIENCE).toContain('Room 12')
  await sheet().getByLabel('To', { exact: true }).fill('grace@example.org')
  await sheet().getByLabel('Subject').fill('From the office')
  await text().click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('We are open.')
  await sheet().getByLabel('From').selectOption({ label: 'The Office <office@example.test>' })
  await expect.poll(() => text().innerText(), PATIENCE).toContain('open till five')
  expect(await text().innerText()).not.toContain('Room 12')
  await sheet().getByRole('button', { name: 'Send', exact: true }).click()
  const letter = await account.sent('From the office')
  expect(letter.from).toEqual({ name: 'The Office', address: 'office@example.test' })
  expect(letter.text).toMatch(/We are open\.[\s\S]*-- \nThe Office, open till five/)
}, 60_000)

it('uses another address by default once told to', async () => {
  await page.goto(`${world.daybook.url}/settings/sending`)
  const office = page.getByRole('article', { name: 'office@example.test' })
  await office.getByRole('button', { name: /Use by default/ }).click()
  await office.getByText('Used unless chosen otherwise').waitFor()
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /Lunch on Friday/ }).waitFor()
  await page.keyboard.press('c')
  await expect.poll(() => text().innerText(), PATIENCE).toContain('open till five')
  await page.keyboard.press('Escape')
})
