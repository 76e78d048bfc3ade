import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { addPerson } from './support/add-person.ts'
import { violations } from './support/axe.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let ben: Page
let complaints: string[]
let hall: { id: string }
let pictures: string

beforeAll(async () => {
  world = await openWorld()
  const person = await addPerson(world, 'Ben')
  hall = await world.call('POST', '/tasks', { title: 'Book the hall', estimateMin: 20, estimateMax: 30 })
  pictures = process.env.DAYBOOK_PICTURES ?? (await mkdtemp(join(tmpdir(), 'daybook-pictures-')))
  ;({ page, complaints } = await world.open())
  ben = (await world.open({ cookies: person.cookies })).page
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const patient = { timeout: 20_000 }
const go = (on: Page, path: string) => on.goto(`${world.daybook.url}${path}`)
const delegations = async () => (await world.call('GET', `/delegation?taskId=${hall.id}`)).items
const delegation = (on: Page) => on.getByRole('region', { name: 'Delegation' })

it('says kindly when nothing is delegated, on each side', async () => {
  await go(page, '/delegated')
  await page.getByText('Nobody has given you a task.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Given by me' }).click()
  await page.getByText('You have given no task away.').waitFor()
  await page.getByRole('link', { name: 'Agents' }).click()
  await page.getByText('There is no agent yet.').waitFor()
})

it('gives a task away by mouse, to a person, with a note', async () => {
  await go(page, `/tasks/${hall.id}`)
  await delegation(page).getByRole('button', { name: 'Delegate' }).click()
  await page.getByLabel('Whom to ask').selectOption({ label: 'Ben' })
  await page.getByLabel('Note', { exact: true }).fill('The small one, please')
  expect(await violations(page)).toEqual([])
  await delegation(page).getByRole('button', { name: 'Delegate' }).click()
  await delegation(page).getByText('You → Ben').waitFor()
  expect(await delegations()).toMatchObject([{ state: 'pending', mode: 'delegate', estimateMinutes: 30 }])
})

it('tells who was asked, who accepts by keyboard alone', async () => {
  await go(ben, '/notifications')
  await ben.getByRole('link', { name: /Owner asks you to do: Book the hall/ }).waitFor()
  await go(ben, '/delegated')
  await ben.getByText('The small one, please').waitFor()
  expect(await violations(ben)).toEqual([])
  await ben.getByRole('button', { name: 'Accept Book the hall' }).focus()
  await ben.keyboard.press('Enter')
  await expect.poll(async () => (await delegations())[0].state, patient).toBe('in-progress')
})

it('comes back with a reason, and by its undo goes on', async () => {
  await ben.getByRole('button', { name: 'Give back Book the hall' }).press('Enter')
  await ben.keyboard.type('I am away that week')
  await ben.keyboard.press('Enter')
  await ben.getByText('Came back: I am away that week').waitFor()
  await expect.poll(async () => (await delegations())[0].state, patient).toBe('returned')
  await ben.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(async () => (await delegations())[0].state, patient).toBe('in-progress')
})

it('is done with what it took, beside what was estimated', async () => {
  await ben.getByRole('button', { name: 'Done Book the hall' }).press('Enter')
  await ben.keyboard.type('50')
  await ben.keyboard.press('Enter')
  await ben.getByText('took 50 min, estimated 30 min').waitFor()
  await ben.screenshot({ path: join(pictures, 'delegated.png') })
  expect(await world.call('GET', `/tasks/${hall.id}`)).toMatchObject({ status: 'done', spentMinutes: 50 })
})

it('makes an agent by keyboard, and gives it no more than it takes', async () => {
  await go(page, '/delegated?side=agents')
  await page.getByRole('button', { name: 'Add an agent' }).press('Enter')
  await page.keyboard.type('Research')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('reading, summaries')
  await page.keyboard.press('Enter')
  await page.getByText('0 of 1').waitFor()
  expect(await violations(page)).toEqual([])

  const one = await world.call('POST', '/tasks', { title: 'Read the offers' })
  const two = await world.call('POST', '/tasks', { title: 'Read the law' })
  await go(page, `/tasks/${one.id}`)
  await page.getByRole('button', { name: 'Delegate' }).waitFor()
  await page.keyboard.press('d')
  await page.getByRole('radio', { name: 'Delegate' }).waitFor()
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).type), patient).toBe('radio')
  await page.getByLabel('Whom to ask').focus()
  await page.keyboard.type('Res')
  await page.getByLabel('Note', { exact: true }).focus()
  for (let step = 0; step < 2; step++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await delegation(page).getByText('You → Research').waitFor()
  await go(page, `/tasks/${two.id}`)
  await delegation(page).getByRole('button', { name: 'Delegate' }).click()
  expect(await page.getByRole('option', { name: 'Research (agent, 1 of 1)' }).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
})

it('does it oneself, or lets it go', async () => {
  await page.getByRole('button', { name: 'Delegate' }).click()
  await page.getByRole('radio', { name: 'Do it', exact: false }).first().check()
  await page.getByRole('button', { name: 'Begin' }).click()
  await delegation(page).getByText('You, alone').waitFor()
  await expect.poll(() => page.getByLabel('State').inputValue(), patient).toBe('doing')
})

it('looks finished on a phone, in the dark too', async () => {
  await go(page, `/tasks/${hall.id}`)
  const phone = await world.open({ width: 390, height: 844, scheme: 'dark' })
  const { id } = await world.call('POST', '/tasks', { title: 'Ask about the chairs' })
  await go(phone.page, `/tasks/${id}`)
  await delegation(phone.page).getByRole('button', { name: 'Delegate' }).click()
  await phone.page.getByLabel('Whom to ask').scrollIntoViewIfNeeded()
  await phone.page.screenshot({ path: join(pictures, 'delegate-phone.png') })
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await violations(phone.page)).toEqual([])
  await go(phone.page, '/delegated?side=given')
  await phone.page.getByRole('link', { name: 'Book the hall' }).waitFor()
  await phone.page.screenshot({ path: join(pictures, 'delegated-phone.png') })
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(complaints).toEqual([])
})
