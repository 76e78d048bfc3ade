import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let context: BrowserContext

beforeAll(async () => {
  world = await openWorld()
  ;({ page, context } = await world.open({ kept: true }))
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const keptAddresses = () =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const caught = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return caught.flat().map(({ url }) => new URL(url).pathname)
  })

it('has what an app needs to be installed', async () => {
  await page.goto(`${world.daybook.url}/inbox`)
  const manifest = await page.evaluate(async () => {
    const { href } = document.querySelector<HTMLLinkElement>('link[rel=manifest]')!
    return (await (await fetch(href)).json()) as { start_url: string; display: string; icons: { src: string }[] }
  })
  expect(manifest).toMatchObject({ start_url: '/', display: 'standalone' })
  for (const { src } of manifest.icons) {
    const response = await page.request.get(world.daybook.url + src)
    expect(response.headers()['content-type']).toBe('image/png')
  }
})

it('keeps the app, and no answer of the API', async () => {
  await page.getByRole('list', { name: 'Threads' }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.reload()
  await page.getByRole('list', { name: 'Threads' }).waitFor()
  const addresses = await keptAddresses()
  expect(addresses).toContain('/index.html')
  expect(addresses.filter((path) => !path.startsWith('/assets/'))).toEqual(['/index.html'])
})

it('opens while the server is away, says so, and goes on by itself when it is back', async () => {
  await context.setOffline(true)
  // Of what happened no answer is kept.
  await page.goto(`${world.daybook.url}/activity`)
  await page.getByRole('heading', { name: 'Activity', level: 1 }).waitFor()
  await page.getByText('Offline, trying again').waitFor()
  await page.getByText('Daybook cannot be reached').first().waitFor()
  await context.setOffline(false)
  await page.getByText('Daybook cannot be reached').first().waitFor({ state: 'detached' })
  await page.getByText('Offline, trying again').waitFor({ state: 'detached' })
})

it('forgets the person who leaves', async () => {
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('list', { name: 'Threads' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find a page' }).fill('starred')
  await page.getByRole('option', { name: /Starred mail/ }).click()
  await page.waitForURL('**starred=true')
  expect(await page.evaluate(() => localStorage.getItem('daybook.recent'))).toContain('Starred')
  await context.clearCookies()
  await page.getByRole('navigation', { name: 'Places', exact: true }).getByRole('link', { name: 'Tasks' }).click()
  await page.waitForURL('**/sign-in?to=*')
  expect(await page.evaluate(() => localStorage.getItem('daybook.recent'))).toBeNull()
})
