import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page

beforeAll(async () => {
  world = await openWorld()
  ;({ page } = await world.open())
  await page.goto(`${world.daybook.url}/settings/senders`)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const listed = async (path: string) =>
  ((await world.call('GET', path)).items as { sender: string }[]).map(({ sender }) => sender)
const blocked = () => page.getByRole('list', { name: 'Blocked senders' })
const pictures = () => page.getByRole('list', { name: 'Pictures are shown of' })

it('blocks a domain by the keyboard alone, and takes it back', async () => {
  await page.getByText('Nobody is blocked.').waitFor()
  await page.getByLabel('Whom to block').focus()
  await page.keyboard.type('Shop.example')
  await page.keyboard.press('Enter')
  await blocked().getByText('shop.example and all below it').waitFor()
  await page.getByText('New mail of shop.example goes to junk').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByText('Nobody is blocked.').waitFor()
  expect(await listed('/blocked-senders')).toEqual([])
})

it('lets a sender in again, and takes that back too', async () => {
  await page.getByLabel('Whom to block').fill('offers@shop.example')
  await page.getByRole('button', { name: 'Block', exact: true }).click()
  await blocked().getByRole('button', { name: 'Let in again offers@shop.example' }).click()
  await page.getByText('offers@shop.example is let in again').waitFor()
  await page.getByText('Nobody is blocked.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await blocked().getByRole('button', { name: 'Let in again offers@shop.example' }).waitFor()
  expect(await listed('/blocked-senders')).toEqual(['offers@shop.example'])
})

it('says what is no sender, and what is on the list already, beside the field', async () => {
  await page.getByLabel('Whom to block').fill('nobody at all')
  await page.keyboard.press('Enter')
  await page.getByText('That is neither an address nor a domain').waitFor()
  await page.getByLabel('Whom to block').fill('offers@shop.example')
  await page.getByText('That is neither an address nor a domain').waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await page.getByText('That sender is blocked').waitFor()
})

it('shows the pictures of a sender, here and on the message', async () => {
  await page.getByText('Pictures of nobody are shown.').waitFor()
  await page.getByLabel('Whose pictures to show').fill('club@example.org')
  await page.getByRole('button', { name: 'Show pictures' }).click()
  await pictures().getByRole('button', { name: 'Show no longer club@example.org' }).waitFor()
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /November in the garden/ }).click()
  await page.getByText('Pictures of club@example.org are shown, fetched by Daybook').waitFor()
  await page.getByRole('button', { name: 'Hide them' }).click()
  await page.getByText('Pictures from the internet are not loaded').waitFor()
  await page.goto(`${world.daybook.url}/settings/senders`)
  await page.getByText('Pictures of nobody are shown.').waitFor()
})
