import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let context: BrowserContext

beforeAll(async () => {
  world = await openWorld()
  ;({ page, context } = await world.open({ kept: true }))
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('list', { name: 'Threads' }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const row = (name: RegExp) => page.getByRole('link', { name })
const kept = (part: string) =>
  page.evaluate(async (wanted) => {
    // Opening it here would make an empty one before the app has its own.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'daybook')) return 0
    return new Promise<number>((resolve) => {
      const opening = indexedDB.open('daybook')
      opening.onsuccess = () => {
        const database = opening.result
        const all = database.transaction('kept').objectStore('kept').getAllKeys()
        all.onsuccess = () => {
          resolve(all.result.filter((key) => String(key).includes(wanted)).length)
          database.close()
        }
      }
    })
  }, part)

it('keeps recent mail by itself, soon after the first page is there', async () => {
  // Eleven threads with all of their messages.
  await expect.poll(() => kept('answers mail.get-thread '), { timeout: 40_000 }).toBe(10)
  await expect.poll(() => kept('answers mail.get '), { timeout: 20_000 }).toBe(13)
}, 90_000)

it('opens while the server is away, and a message that was never opened can be read', async () => {
  await context.setOffline(true)
  await page.goto(`${world.daybook.url}/inbox`)
  await row(/Device tree for the new board/).click()
  await page.getByText('The power supply comes after that').last().waitFor()
  await page.getByText('Offline, trying again').waitFor()
})

it('shows the text of a designed message', async () => {
  await page.goto(`${world.daybook.url}/inbox`)
  await row(/November in the garden/).click()
  await page
    .getByRole('article', { name: /The Garden Club/ })
    .getByText('before the frost')
    .waitFor()
})

it('takes what is done with mail, shows it at once, also after a reload', async () => {
  await page.goto(`${world.daybook.url}/inbox`)
  await row(/Lunch on Friday/).waitFor()
  await page.getByRole('button', { name: /^Star Meeting notes/ }).click()
  await page.getByRole('button', { name: /^Unstar Meeting notes/ }).waitFor()
  await row(/Lunch on Friday/).focus()
  await page.keyboard.press('e')
  await page.getByText('On the server as soon as it can be reached').waitFor()
  await row(/Lunch on Friday/).waitFor({ state: 'detached' })
  await page.reload()
  await row(/Meeting notes/).waitFor()
  expect(await row(/Lunch on Friday/).count()).toBe(0)
})

it('takes a change back that has not gone yet', async () => {
  await row(/Photos of the board/).focus()
  await page.keyboard.press('#')
  await row(/Photos of the board/).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await row(/Photos of the board/).waitFor()
})

it('makes every change once when the server is back', async () => {
  await context.setOffline(false)
  await page.getByText(/changes? made while you were offline/).waitFor({ timeout: 30_000 })
  await expect.poll(() => kept('mail-changes')).toBe(0)
  const archived = (await world.call('GET', '/threads?place=archive')).items as { subject: string }[]
  expect(archived.map(({ subject }) => subject)).toEqual(['Lunch on Friday?'])
  const starred = (await world.call('GET', '/threads?starred=true')).items as { subject: string }[]
  expect(starred.map(({ subject }) => subject)).toEqual(['Meeting notes, Tuesday'])
  expect((await world.call('GET', '/threads?place=trash')).items).toEqual([])
}, 60_000)

it('forgets all of it when the person leaves', async () => {
  await context.clearCookies()
  await page.getByRole('navigation', { name: 'Places', exact: true }).getByRole('link', { name: 'Tasks' }).click()
  await page.waitForURL('**/sign-in?to=*')
  await expect.poll(() => kept('answers')).toBe(0)
})
