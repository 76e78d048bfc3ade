import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { openWorld, type World } from './support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

it('says that there is nothing yet', async () => {
  const { page } = await world.open()
  await page.goto(`${world.daybook.url}/insights`)
  await page.getByText('Here stands how your days go, once you have a task.').waitFor()
})

it('learns from what was done, shows figures beside their tables, and says a range beside a task', async () => {
  for (let index = 0; index < 12; index++) {
    const { id } = await world.call('POST', '/tasks', {
      title: index % 2 === 0 ? 'Water the plants' : 'Write the weekly report',
      spentMinutes: index % 2 === 0 ? 10 + (index % 3) : 90 + index,
      estimateMin: index % 2 === 0 ? 5 : 45,
      estimateMax: index % 2 === 0 ? 15 : 60,
    })
    await world.call('POST', `/tasks/${id}/complete`)
  }
  const { id } = await world.call('POST', '/tasks', { title: 'Water the plants', estimateMin: 20 })
  const { page, complaints } = await world.open()
  await page.goto(`${world.daybook.url}/insights`)
  await page.getByRole('heading', { name: 'Made and done' }).waitFor()
  await page.getByText('Nothing was learned yet').waitFor()
  await page.getByRole('button', { name: 'Learn anew' }).click()
  await page.getByText(/From 12 tasks/).waitFor()

  const tables = page.locator('details', { hasText: 'As a table' })
  expect(await tables.count()).toBe(2)
  await tables.first().locator('summary').click()
  expect(await tables.first().locator('tbody tr').first().innerText()).toMatch(/not whole.*13.*12/s)
  expect(await violations(page)).toEqual([])

  await page.goto(`${world.daybook.url}/tasks/${id}`)
  await page.getByText(/by 6 tasks of the same title/).waitFor()
  expect(await world.call('GET', `/tasks/${id}`)).toMatchObject({ estimateMin: 20 })
  expect(complaints).toEqual([])
})

it('is forgotten when its person says so, and the hint goes', async () => {
  const { page } = await world.open()
  await page.goto(`${world.daybook.url}/insights?unit=week`)
  await page.getByRole('button', { name: 'Forget all of it' }).click()
  await page.getByText('It was forgotten').waitFor()
  expect(await world.call('GET', '/analytics/model')).toMatchObject({ state: 'forgotten', backTest: null })
  await noHint(page)
})

async function noHint(page: Page): Promise<void> {
  const { items } = await world.call('GET', '/tasks?limit=1')
  await page.goto(`${world.daybook.url}/tasks/${items[0].id}`)
  await page.getByText('History').waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.locator('[data-hint="usual-time"]').count()).toBe(0)
}
