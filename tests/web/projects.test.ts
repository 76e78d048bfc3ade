import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page

beforeAll(async () => {
  world = await openWorld()
  ;({ page } = await world.open())
}, 120_000)
afterAll(() => world?.[Symbol.asyncDispose]())

const list = () => page.getByRole('list', { name: 'Projects', exact: true })
const names = () => list().getByRole('link').allInnerTexts()

it('makes projects, one of them private and below another, by keyboard alone', async () => {
  await page.goto(`${world.daybook.url}/projects`)
  await page.getByText('There is no project yet').waitFor()
  expect(await violations(page)).toEqual([])
  for (const name of ['Garden', 'Website']) {
    await page.getByRole('button', { name: 'New project' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Name', { exact: true }).waitFor()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await list().getByRole('link', { name }).waitFor()
  }
  await page.getByRole('button', { name: 'New project' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Name', { exact: true }).waitFor()
  await page.keyboard.type('Roses')
  await page.getByLabel('Only I see it').focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Stands below').selectOption({ label: 'Garden' })
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Make the project' }).focus()
  await page.keyboard.press('Enter')
  await list().getByText('Only you').waitFor()
  expect(await names()).toEqual(['Garden', 'Roses', 'Website'])
})

it('puts them in order, changes one and puts one away, with a way back', async () => {
  await page.getByRole('button', { name: 'Move Website up' }).click()
  await expect.poll(names).toEqual(['Website', 'Garden', 'Roses'])
  await page.getByRole('button', { name: 'Change Website' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Shop')
  await page.getByRole('button', { name: 'Save the project' }).click()
  await expect.poll(names).toEqual(['Shop', 'Garden', 'Roses'])
  await page.getByRole('button', { name: 'Put Shop away' }).click()
  await page.getByRole('list', { name: 'Projects that are put away' }).getByText('Shop').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(names).toEqual(['Shop', 'Garden', 'Roses'])
})

it('makes an address for a calendar, shows it once, and revokes it', async () => {
  await page.goto(`${world.daybook.url}/settings/feeds`)
  await page.getByText('No calendar reads your tasks').waitFor()
  await page.getByLabel('Name of the calendar').fill('Phone')
  await page.keyboard.press('Enter')
  const address = await page.getByLabel('The new address').inputValue()
  expect(await violations(page)).toEqual([])
  const answer = await fetch(address)
  expect(answer.headers.get('content-type')).toContain('text/calendar')
  await page.getByRole('button', { name: 'I have it' }).click()
  expect(await page.getByLabel('The new address').count()).toBe(0)
  await page.getByRole('button', { name: 'Revoke Phone' }).click()
  await page.getByRole('button', { name: 'Revoke Phone' }).click()
  await page.getByText('No calendar reads your tasks').waitFor()
  expect((await fetch(address)).status).toBe(404)
})

it('fits a phone', async () => {
  const phone = await world.open({ width: 390, height: 844 } as never)
  for (const path of ['/projects', '/settings/feeds']) {
    await phone.page.goto(`${world.daybook.url}${path}`)
    await phone.page
      .getByRole('heading', { level: path === '/projects' ? 1 : 2 })
      .first()
      .waitFor()
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await violations(phone.page)).toEqual([])
  }
  await page.goto(`${world.daybook.url}/projects`)
  await list().waitFor()
}, 60_000)
