import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let complaints: string[]

beforeAll(async () => {
  world = await openWorld()
  await world.call('POST', '/labels', { name: 'Money', color: 'green' })
  ;({ page, complaints } = await world.open())
  await page.goto(`${world.daybook.url}/settings/rules`)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const rules = async () => (await world.call('GET', '/rules')).items as { name: string; enabled: boolean }[]
const names = async () => (await rules()).map(({ name }) => name)
const card = (name: string) => page.getByRole('article', { name })
const trial = () => page.getByRole('region', { name: 'What it means for past mail' })
const inPlace = async (place: string) =>
  ((await world.call('GET', `/threads?place=${place}`)).items as { subject: string }[]).map(({ subject }) => subject)

it('begins with an example, and shows what a rule would do while it is written', async () => {
  await page.getByText('There is no rule yet.').waitFor()
  await page.getByRole('button', { name: 'New rule' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Invoices')
  await trial().getByText('Say which mail is meant').waitFor()
  await page.getByLabel('What it is about').selectOption('Subject')
  await page.getByLabel('Words', { exact: true }).fill('invoice')
  await trial().getByText('1 of 13 messages matches.').waitFor()
  await page.getByRole('button', { name: 'Add a condition' }).click()
  await page.getByLabel('What it is about').nth(1).selectOption('Attachment')
  await page.getByRole('button', { name: 'Add labels' }).click()
  await page.getByRole('dialog').getByText('Money').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click()
  await page.getByLabel('Move it').selectOption('To the archive')
  await trial().getByText('1 of 13 messages would be labelled Money and archived.').waitFor()
  await trial()
    .getByRole('link', { name: /Invoice 2026-114/ })
    .waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await card('Invoices').getByText('with an attachment').waitFor()
  expect(await world.call('GET', '/rules')).toMatchObject({
    items: [{ query: 'subject:invoice has:attachment', actions: { move: 'archive' }, enabled: true, stop: false }],
  })
  expect(await inPlace('archive')).toEqual([])
})

it('says where a condition cannot be read, and keeps what was written', async () => {
  await page.getByRole('button', { name: 'New rule' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Board')
  await page.getByRole('button', { name: 'Write it as a search' }).click()
  await page.getByLabel('A search').fill('(board')
  await trial().getByRole('alert').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').nth(1).waitFor()
  await page.getByLabel('A search').fill('board OR from:zoë')
  await trial()
    .getByText(/^\d of 13 messages match\.$/)
    .waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('A rule needs something to do').waitFor()
  await page.getByRole('checkbox', { name: 'Star' }).click()
  await page.getByRole('button', { name: 'Fill in lines instead' }).click()
  expect(await page.getByLabel('How many of the conditions must hold').inputValue()).toBe('any')
  await page.getByRole('button', { name: 'Save' }).click()
  await card('Board').waitFor()
  expect(await names()).toEqual(['Invoices', 'Board'])
})

it('moves a rule by the keyboard, which keeps its place on the button', async () => {
  await page.getByRole('button', { name: 'Earlier: Board' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(names).toEqual(['Board', 'Invoices'])
  await expect.poll(() => page.locator('ol article').first().getAttribute('aria-label')).toBe('Board')
  await page.getByRole('button', { name: 'Later: Board' }).click()
  await expect.poll(names).toEqual(['Invoices', 'Board'])
})

it('is switched off and on', async () => {
  await card('Invoices').getByRole('checkbox', { name: 'Invoices is on' }).click()
  await expect.poll(async () => (await rules())[0]?.enabled).toBe(false)
  await card('Invoices').getByText('Off', { exact: true }).waitFor()
  await card('Invoices').getByRole('checkbox', { name: 'Invoices is on' }).click()
  await expect.poll(async () => (await rules())[0]?.enabled).toBe(true)
})

it('changes a rule and leaves it where it is when somebody thinks better of it', async () => {
  await card('Board').getByRole('button', { name: 'Edit Board' }).click()
  await card('Board').getByLabel('Name', { exact: true }).fill('Nonsense')
  await card('Board').getByRole('button', { name: 'Cancel' }).click()
  await card('Board').getByRole('button', { name: 'Edit Board' }).click()
  await card('Board').getByLabel('Name', { exact: true }).fill('The board')
  await card('Board').getByRole('checkbox', { name: 'Leave out the rules after it' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await card('The board').getByText('The rules below are left out').waitFor()
})

it('is applied to past mail after a look at it, and what it did is put back', async () => {
  await card('Invoices').getByRole('button', { name: 'Apply to past mail' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('1 of 13 messages would be labelled Money and archived.').waitFor()
  await dialog.getByRole('button', { name: 'Apply to 1 message' }).click()
  await card('Invoices').getByText('1 of 13 messages matched').waitFor()
  expect(await inPlace('archive')).toEqual(['Invoice 2026-114 for the workshop'])
  await card('Invoices').getByRole('button', { name: 'Put back' }).click()
  await card('Invoices').getByText('what nobody had changed since').waitFor()
  expect(await inPlace('archive')).toEqual([])
})

it('says so where there is nothing to apply', async () => {
  await world.call('POST', '/rules', { name: 'Tasks', query: 'review', actions: { makeTask: true } })
  await card('Tasks').getByRole('button', { name: 'Apply to past mail' }).click()
  await page.getByText('This rule makes tasks, and past mail makes none').waitFor()
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
})

it('is removed, and put back by undo where it stood', async () => {
  await page.getByRole('button', { name: 'Remove Invoices' }).click()
  await card('Invoices').waitFor({ state: 'detached' })
  await expect.poll(names).toEqual(['The board', 'Tasks'])
  await page.getByText('Applied earlier').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await card('Invoices').waitFor()
  await expect.poll(names).toEqual(['Invoices', 'The board', 'Tasks'])
  expect(complaints.filter((complaint) => !/status of 4\d\d/.test(complaint))).toEqual([])
})
