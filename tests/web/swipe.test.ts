import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { addGrace, GRACE } from './support/accounts.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let complaints: string[]

beforeAll(async () => {
  world = await openWorld()
  // The last one presses most.
  for (const [title, priority] of [
    ['Fourth', 0],
    ['Third', 1],
    ['Second', 2],
    ['First', 3],
  ] as const)
    await world.call('POST', '/tasks', { title, priority, notes: `All about ${title}` })
  ;({ page, complaints } = await world.open())
  await page.goto(`${world.daybook.url}/swipe`)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const shows = (title: string) => page.getByRole('article', { name: title }).waitFor()
const statusOf = async (title: string) => {
  const { items } = await world.call('GET', '/tasks?view=all')
  return items.find((task: { title: string }) => task.title === title).status as string
}

async function drag(title: string, x: number, y: number): Promise<void> {
  const box = (await page.getByRole('article', { name: title }).boundingBox())!
  const [fromX, fromY] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(fromX, fromY)
  await page.mouse.down()
  await page.mouse.move(fromX + x / 2, fromY + y / 2)
  await page.mouse.move(fromX + x, fromY + y)
  await page.mouse.up()
}

it('is dragged: right begins, left lets go, up waits, and a short way comes back', async () => {
  await shows('First')
  expect(await violations(page)).toEqual([])
  await drag('First', 40, 0)
  await shows('First')
  await drag('First', 200, 0)
  await shows('Second')
  await expect.poll(() => statusOf('First')).toBe('doing')
  await drag('Second', -200, 0)
  await shows('Third')
  await expect.poll(() => statusOf('Second')).toBe('dropped')
  await drag('Third', 0, -180)
  await shows('Fourth')
  await expect.poll(() => statusOf('Third')).toBe('waiting')
})

it('is undone by the toast and by a key, the last one first', async () => {
  await page.keyboard.press('z')
  await expect.poll(() => statusOf('Third')).toBe('inbox')
  await shows('Third')
  await page.keyboard.press('z')
  await expect.poll(() => statusOf('Second')).toBe('inbox')
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => statusOf('First')).toBe('inbox')
  await shows('First')
})

it('goes by arrow keys and by buttons, and keeps cards for another time', async () => {
  await page.keyboard.press('ArrowDown')
  await shows('Second')
  await page.keyboard.press('ArrowRight')
  await shows('Third')
  await expect.poll(() => statusOf('Second')).toBe('doing')
  await page.keyboard.press('ArrowLeft')
  await shows('Fourth')
  await expect.poll(() => statusOf('Third')).toBe('dropped')
  await page.getByRole('button', { name: 'Do it' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('All others can be decided another time.').waitFor()
  await expect.poll(() => statusOf('Fourth')).toBe('doing')
  expect(await statusOf('First')).toBe('inbox')
  expect(await violations(page)).toEqual([])
})

it('hands a task to somebody of the workspace, by a finger on a phone', async () => {
  await addGrace(world)
  const phone = await world.open({ width: 390, height: 844, touch: true })
  await phone.page.goto(`${world.daybook.url}/swipe`)
  await phone.page.getByRole('article', { name: 'First' }).waitFor()
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await phone.page.waitForLoadState('networkidle')
  await phone.page.getByRole('button', { name: 'Hand on' }).tap()
  const dialog = phone.page.getByRole('dialog', { name: 'Hand on to' })
  await dialog.getByRole('button', { name: GRACE.name }).waitFor()
  expect(await violations(phone.page)).toEqual([])
  await dialog.getByRole('button', { name: GRACE.name }).tap()
  await phone.page.getByText('Nothing waits for a decision.').waitFor()
  const { items } = await world.call('GET', '/delegation')
  expect(items).toMatchObject([{ taskTitle: 'First', state: 'pending' }])
  expect([...complaints, ...phone.complaints]).toEqual([])
})
