import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { addTasks, openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let complaints: string[]

beforeAll(async () => {
  world = await openWorld()
  await addTasks(world)
  ;({ page, complaints } = await world.open())
  await page.goto(`${world.daybook.url}/inbox`)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const button = (name: string | RegExp) => page.getByRole('button', { name })
const row = (name: string | RegExp) => page.getByRole('link', { name })
const place = (name: string) =>
  page.getByRole('navigation', { name: 'Places', exact: true }).getByRole('link', { name })

it('reads a thread: the newest message open, the older ones on demand, quotes folded', async () => {
  await row(/Device tree for the new board/).click()
  await page
    .getByRole('article', { name: /Zoë Müller/ })
    .getByText('I can add the fan controller')
    .last()
    .waitFor()
  await button(/Andrew Jeffery/).click()
  await page.getByText('The fan controller is missing').waitFor()
  expect(await page.getByRole('link', { name: 'https://example.org/fan' }).getAttribute('rel')).toBe(
    'noopener noreferrer',
  )
  await expectUnread(0)
})

async function expectUnread(count: number): Promise<void> {
  await page
    .getByRole('link', { name: /Unread\..*Device tree/ })
    .waitFor({ state: count === 0 ? 'detached' : 'visible' })
}

it('marks it unread again', async () => {
  await button('Mark as unread').click()
  await expectUnread(1)
})

it('stars a thread from the list and finds it under the filter', async () => {
  await button(/^Star Lunch on Friday/).click()
  await button('Starred only').click()
  await row(/Lunch on Friday/).waitFor()
  await row(/Please review/).waitFor({ state: 'detached' })
  await button('Starred only').click()
})

it('moves a thread to the trash and back by the toast', async () => {
  await row(/Meeting notes/).click()
  await button('Move to the trash').click()
  await row(/Meeting notes/).waitFor({ state: 'detached' })
  await page.getByText('Moved to the trash').waitFor()
  await button('Undo').last().click()
  await row(/Meeting notes/).waitFor()
})

it('makes a label and puts it on a thread', async () => {
  await row(/Invoice 2026-114/).click()
  await button('Labels').click()
  await page.getByRole('menuitem', { name: 'New label' }).click()
  await page.getByLabel('Name').fill('Money')
  await button('Make the label and use it').click()
  await page.getByRole('list', { name: 'Threads' }).getByText('Money').waitFor()
  await page.getByLabel('Label', { exact: true }).selectOption({ label: 'Money (1)' })
  await row(/Please review/).waitFor({ state: 'detached' })
  await row(/Invoice 2026-114/).waitFor()
  await page.goto(`${world.daybook.url}/inbox`)
})

it('downloads an attachment', async () => {
  await row(/Invoice 2026-114/).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /invoice-114\.pdf/ }).click()
  expect((await download).suggestedFilename()).toBe('invoice-114.pdf')
})

it('makes a task of a mail and opens it; task and mail lead to each other', async () => {
  await button('Make a task').click()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.waitForURL('**/tasks/*')
  await page.getByRole('list', { name: 'Made from' }).getByRole('link').click()
  await page.waitForURL('**/inbox/*')
  await page
    .getByRole('list', { name: 'Goes with' })
    .getByRole('link', { name: /Invoice 2026-114/ })
    .waitFor()
})

it('adds, changes, completes, reopens and deletes a task', async () => {
  await place('Tasks').click()
  await page.getByLabel('New task').fill('Water the plants')
  await button('Add').last().click()
  await row(/Water the plants/).click()
  await page.getByLabel('Priority').selectOption('High')
  await page.getByRole('list', { name: 'Tasks' }).getByText('High').first().waitFor()
  await page.getByLabel('Notes').fill('Twice a week')
  await page.getByLabel('Title').fill('Water all the plants')
  await page.getByLabel('Notes').focus()
  await row(/Water all the plants/).waitFor()
  await page.getByRole('checkbox', { name: 'Complete: Water all the plants' }).click()
  await row(/Water all the plants/).waitFor({ state: 'detached' })

  await page.getByRole('link', { name: 'Done', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Open again: Water all the plants' }).click()
  await row(/Water all the plants/).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Open', exact: true }).click()
  await row(/Water all the plants/).click()
  expect(await page.getByLabel('Notes').inputValue()).toBe('Twice a week')
  await button('Move to the trash').click()
  await page.getByText('In the trash: Water all the plants').waitFor()
  await button('Undo').last().click()
  await row(/Water all the plants/).waitFor()
})

it('shows a project alone', async () => {
  await page.getByLabel('Project', { exact: true }).selectOption({ label: 'Garden (1)' })
  await row(/Water all the plants/).waitFor({ state: 'detached' })
  await row(/Plant the tulips/).waitFor()
})

it('captures a task from anywhere', async () => {
  await place('Settings').click()
  await page.getByRole('textbox', { name: 'Capture a task' }).fill('Ring the plumber')
  await page.keyboard.press('Enter')
  await page.getByText('Saved: Ring the plumber').waitFor()
})

it('makes a token, shows it once, and revokes it', async () => {
  await page.goto(`${world.daybook.url}/settings/tokens`)
  await page.getByLabel('Name of a new token').fill('Backup')
  await button('Make a token').click()
  const token = await page.getByLabel('The new token').inputValue()
  const ask = () => fetch(`${world.daybook.url}/api/v1/tasks`, { headers: { authorization: `Bearer ${token}` } })
  expect((await ask()).status).toBe(200)
  await button('I have kept it').click()
  await button('Revoke Backup').click()
  await page.getByText('The token Backup is revoked').waitFor()
  expect((await ask()).status).toBe(401)
})

it('mends a misspelt search by one click', async () => {
  await page.goto(`${world.daybook.url}/search?q=form:joel`)
  await button('Search for from:joel').click()
  await row(/Device tree for the new board/)
    .first()
    .waitFor()
  await button('Take out from: joel').waitFor()
})

it('undoes an import', async () => {
  await place('Import').click()
  await button('Undo the import').click()
  await page.getByLabel('Type “mail.mbox” to go on').fill('mail.mbox')
  await button('Erase the messages').click()
  await page.getByText('Undone', { exact: true }).waitFor()
  await place('Inbox').click()
  await page.getByText('There is no mail yet').waitFor()
})

it('signs out', async () => {
  await page.goto(`${world.daybook.url}/settings/sessions`)
  await button('Sign out').click()
  await page.getByText('You are signed out').waitFor()
  await page.goto(`${world.daybook.url}/tasks`)
  await page.waitForURL('**/sign-in?to=%2Ftasks')
  await page.getByRole('heading', { level: 1 }).waitFor()
})

it('complained about nothing but the searches and calls that were to be refused', () => {
  expect(complaints.filter((complaint) => !/status of 40[01]/.test(complaint))).toEqual([])
})
