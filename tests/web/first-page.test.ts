import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from './support/world.ts'

const MOST_BYTES = 200_000
let world: World

beforeAll(async () => {
  world = await openWorld()
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

it('needs less than 200 kB of compressed script for the first page', async () => {
  const { page } = await world.open()
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.goto(`${world.daybook.url}/`)
  await page.getByText('What is next').waitFor()
  await page.waitForLoadState('networkidle')
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(0)
  expect(total).toBeLessThan(MOST_BYTES)
})

it('asks nobody but its own server', async () => {
  const { page } = await world.open()
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(world.daybook.url) && !request.url().startsWith('data:'))
      elsewhere.push(request.url())
  })
  for (const path of ['/today', '/inbox', '/tasks', '/search?q=board', '/import', '/settings']) {
    await page.goto(world.daybook.url + path)
    await page.waitForLoadState('networkidle')
  }
  expect(elsewhere).toEqual([])
})
