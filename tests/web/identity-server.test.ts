import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { addGrace, askToConfirm, GRACE, openStranger, OWNER, signInWith } from './support/accounts.ts'
import { addTasks, openWorld, type World } from './support/world.ts'

let world: World
let page: Page

beforeAll(async () => {
  vi.stubEnv('DAYBOOK_LIMIT_AUTH', '1000')
  world = await openWorld()
  await addTasks(world)
  await addGrace(world)
  page = (await world.open()).page
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const go = (path: string) => page.goto(world.daybook.url + path)
const grace = () => page.getByRole('listitem').filter({ hasText: GRACE.email })

async function choose(action: string): Promise<void> {
  await grace()
    .getByRole('button', { name: `Actions for ${GRACE.name}` })
    .click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

it('acts as somebody, says so on every page, and stops with one click', async () => {
  await go('/settings/users')
  await choose(`Act as ${GRACE.name}`)
  await page.waitForURL('**/today')
  const banner = page.getByText(`you act as ${GRACE.name}`)
  await banner.waitFor()
  await page.getByRole('link', { name: 'Tasks' }).first().click()
  await page.waitForURL('**/tasks')
  expect(await banner.isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Be yourself again' }).click()
  await page.waitForURL('**/settings/users')
  await page.getByRole('button', { name: 'Owner in My workspace' }).waitFor()
  expect(await banner.count()).toBe(0)
}, 60_000)

it('finds a user, suspends her and lets her in again by the toast', async () => {
  await go('/settings/users')
  await page.getByLabel('Find by name or address').fill('nobody')
  await page.getByText('Nobody has a name or address like that.').waitFor()
  await page.getByLabel('Find by name or address').fill('hopper')
  await grace().waitFor()
  await choose('Suspend')
  await grace().getByText('suspended').waitFor()
  await page.getByRole('button', { name: /Undo/ }).click()
  await grace().getByText('suspended').waitFor({ state: 'detached' })
}, 60_000)

it('makes an account whose owner chooses the password by a link', async () => {
  const ada = { email: 'ada@example.test', password: 'velvet compass orchard' }
  await go('/settings/users')
  await page.getByRole('button', { name: 'New user' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace')
  await page.getByLabel('E-mail address').fill(ada.email)
  await page.getByRole('button', { name: 'Make the account' }).click()
  const link = await page.getByLabel('The link').inputValue()
  const stranger = await openStranger(world)
  await stranger.goto(link)
  await stranger.getByLabel('New password').fill(ada.password)
  await stranger.getByRole('button', { name: 'Change the password' }).click()
  await stranger.getByRole('link', { name: 'Sign in' }).click()
  await signInWith(stranger, ada)
  await stranger.getByRole('button', { name: 'Ada Lovelace in My workspace' }).waitFor()
  await stranger.context().close()
}, 60_000)

it('notes all of it in the audit log, which can be narrowed', async () => {
  await go('/settings/audit')
  await page.getByLabel('Operation').fill('admin.suspend-user')
  const entry = page.getByRole('listitem').filter({ hasText: 'admin.suspend-user' })
  await entry.locator('summary').click()
  await entry.getByText('Request', { exact: true }).waitFor()
  await page.getByLabel('Who').selectOption({ label: GRACE.name })
  await page.getByText('There is no entry of that sort.').waitFor()
}, 60_000)

it('counts people, messages and tasks', async () => {
  await go('/settings/statistics')
  const figure = (label: string) => page.locator('dl > div').filter({ has: page.getByText(label, { exact: true }) })
  expect(await figure('people').locator('dd').innerText()).toBe('3')
  expect(await figure('tasks').locator('dd').innerText()).toBe('6')
  expect(await figure('messages').locator('dd').innerText()).toBe('13')
}, 60_000)

it('tells on the activity page what happened, and leads to it', async () => {
  await go('/activity')
  await page.getByRole('heading', { name: 'today' }).waitFor()
  await page.getByLabel('What').selectOption('tasks.task')
  await page.waitForURL('**kind=tasks.task')
  await page.getByRole('link', { name: 'Book a table for Friday' }).click()
  await page.waitForURL('**/tasks/*')
  await page.locator('summary').filter({ hasText: 'History' }).click()
  await page.locator('[data-record] details').getByText('A task was made').waitFor()
  await go('/activity?kind=identity.token')
  await page.getByText('Nothing of that sort happened.').waitFor()
  await page.getByRole('button', { name: 'Show everything' }).last().click()
  await page.getByRole('heading', { name: 'today' }).waitFor()
}, 60_000)

it('deletes an account after asking who is there and for the name', async () => {
  // The session of this page is another one since the owner acted as somebody.
  const answer = await page.request.put(`${world.daybook.url}/api/v1/auth/password`, {
    data: OWNER,
    headers: { origin: world.daybook.url },
  })
  expect(answer.status()).toBe(200)
  await go('/settings/users')
  await askToConfirm(page, 'DELETE', '/admin/users/*')
  await choose('Delete')
  await page.getByLabel(`Type “${GRACE.name}” to go on`).fill(GRACE.name)
  await page.getByRole('button', { name: 'Delete the account' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await dialog.getByRole('textbox', { name: 'Password', exact: true }).fill(OWNER.password)
  await dialog.getByRole('button', { name: 'Confirm', exact: true }).click()
  await page.getByText(`The account of ${GRACE.name} is deleted`).waitFor()
  await grace().waitFor({ state: 'detached' })
}, 60_000)
