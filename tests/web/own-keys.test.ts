import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page

beforeAll(async () => {
  world = await openWorld()
  ;({ page } = await world.open())
  await page.goto(`${world.daybook.url}/settings/keyboard`)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const row = (label: string) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByText(label, { exact: true }) })
    .first()
const keysOf = async (label: string) => (await row(label).locator('kbd').allTextContents()).join(' ')

it('gives an action another key, by the keyboard alone', async () => {
  await row('Archive, or back to the inbox').getByRole('button', { name: 'Change' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Press the key for Archive').waitFor()
  await page.keyboard.press('y')
  await page.getByText('Archive, or back to the inbox is y').waitFor()
  expect(await keysOf('Archive, or back to the inbox')).toBe('y')
})

it('says whose a key is already, and takes it over only when told to', async () => {
  await row('Star or unstar').getByRole('button', { name: 'Change' }).click()
  await page.keyboard.press('U')
  await page.getByRole('alert').filter({ hasText: 'is taken by Mark as unread or read' }).waitFor()
  expect(await keysOf('Mark as unread or read')).toBe('U')
  await page.getByRole('button', { name: 'Take it over' }).click()
  await expect.poll(() => keysOf('Star or unstar')).toBe('U')
  expect(await keysOf('Mark as unread or read')).toBe('')
})

it('takes two keys one after the other', async () => {
  await row('Move to the trash').getByRole('button', { name: 'Change' }).click()
  await page.keyboard.press('m')
  await page.keyboard.press('t')
  await expect.poll(() => keysOf('Move to the trash')).toBe('m t')
})

it('is so in another browser, where the keys do what they say', async () => {
  const other = await world.open()
  await other.page.goto(`${world.daybook.url}/inbox`)
  await other.page.getByRole('link', { name: /Please review before Thursday/ }).focus()
  await other.page.keyboard.press('e')
  await other.page.keyboard.press('?')
  await other.page.getByRole('dialog', { name: 'Keys' }).getByLabel('Find a key').fill('archive')
  await other.page.getByRole('dialog').locator('kbd', { hasText: 'y' }).waitFor()
  await other.page.keyboard.press('Escape')
  expect(await other.page.getByText('Archived').count()).toBe(0)
  await other.page.getByRole('link', { name: /Please review before Thursday/ }).focus()
  await other.page.keyboard.press('y')
  await other.page.getByText('Archived').waitFor()
  await other.page.context().close()
})

it('types them on another alphabet by their places', async () => {
  const other = await world.open()
  await other.page.goto(`${world.daybook.url}/inbox`)
  await other.page.getByRole('list', { name: 'Threads' }).waitFor()
  await other.page.evaluate(() => {
    for (const [key, code] of [
      ['п', 'KeyG'],
      ['е', 'KeyT'],
    ] as const)
      document.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))
  })
  await other.page.waitForURL('**/tasks')
  await other.page.context().close()
})

it('puts every key back, and that too can be undone', async () => {
  await page.getByRole('button', { name: 'Reset all' }).click()
  await expect.poll(() => keysOf('Archive, or back to the inbox')).toBe('e')
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => keysOf('Archive, or back to the inbox')).toBe('y')
})
