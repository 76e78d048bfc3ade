import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { controlState, REQUEST_ID, type PageState } from './support/states.ts'
import { addTasks, openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let setState: (state: PageState) => void

beforeAll(async () => {
  world = await openWorld()
  await addTasks(world)
  ;({ page } = await world.open())
  setState = await controlState(page)
  // What others do is told by the socket before it can fail here.
  await page.routeWebSocket('**/ws', (socket) => socket.close())
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const row = (name: RegExp) => page.getByRole('link', { name })

it('tries again when asked, and goes on as if nothing had been', async () => {
  setState('failing')
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByText('The database refused, nothing was saved').waitFor()
  setState('data')
  await page.getByRole('button', { name: 'Try again' }).click()
  await row(/Lunch on Friday/).waitFor()
})

it('puts back what the server refused to change, and says why with the request id', async () => {
  setState('failing')
  await page.getByRole('button', { name: /^Star Lunch on Friday/ }).click()
  await page.getByText(`Request ${REQUEST_ID}`).first().waitFor()
  await page.getByRole('button', { name: /^Star Lunch on Friday/ }).waitFor()
  setState('data')
})

it('says that Daybook cannot be reached', async () => {
  await page.route('**/api/v1/tasks?*', (route) => route.abort())
  await page.getByRole('navigation', { name: 'Places', exact: true }).getByRole('link', { name: 'Tasks' }).click()
  await page.getByText('Daybook cannot be reached').waitFor()
  await page.unroute('**/api/v1/tasks?*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await row(/Send the invoice to Ada/).waitFor()
})

it('gives a line back that could not be saved', async () => {
  // Without the server it would wait here instead.
  await page.getByText('Offline, trying again').waitFor({ state: 'detached' })
  setState('failing')
  await page.getByLabel('New task').fill('Not to be lost')
  const refused = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.keyboard.press('Enter')
  await refused
  await expect.poll(() => page.getByLabel('New task').inputValue()).toBe('Not to be lost')
  setState('data')
})

it('does not write over what somebody else wrote in the meantime, unless told to', async () => {
  const { items } = await world.call('GET', '/tasks')
  const task = items.find(({ title }: { title: string }) => title === 'Book a table for Friday')
  await row(/Book a table for Friday/).click()
  await page.getByRole('heading', { name: 'Book a table for Friday' }).waitFor()
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('textarea')?.value === '')
  await world.call('PATCH', `/tasks/${task.id}`, { notes: 'For six, by the window' })
  await page.getByLabel('Notes', { exact: true }).fill('For two')
  await page.getByLabel('Title', { exact: true }).focus()
  await page.getByText('The record has changed in the meantime').waitFor()
  await expect.poll(() => page.getByLabel('Notes', { exact: true }).inputValue()).toBe('For six, by the window')
  await page.getByRole('button', { name: 'Use mine' }).click()
  await expect.poll(() => page.getByLabel('Notes', { exact: true }).inputValue()).toBe('For two')
  expect((await world.call('GET', `/tasks/${task.id}`)).notes).toBe('For two')
})

it('says what to do where a page itself cannot be loaded', async () => {
  await page.route('**/assets/settings-page-*.js', (route) => route.abort())
  await page.goto(`${world.daybook.url}/settings`)
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor()
  await page.unroute('**/assets/settings-page-*.js')
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
})

it('asks to sign in when the session has ended, and says how', async () => {
  const { items } = await world.call('GET', '/auth/sessions')
  expect(items.length).toBeGreaterThan(0)
  await page.context().clearCookies()
  await page.goto(`${world.daybook.url}/inbox`)
  await page.waitForURL('**/sign-in?to=%2Finbox')
  await page.getByText('Sign in with a link').click()
  await page.getByText('npx daybook link').waitFor()
})

it('explains a link that was used already', async () => {
  await page.goto('about:blank')
  await page.goto(world.daybook.link)
  await page.getByRole('heading', { name: 'This link has done its work' }).waitFor()
  expect(page.url()).toBe(`${world.daybook.url}/sign-in`)
})
