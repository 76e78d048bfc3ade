import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { makeMbox } from './support/make-mail.ts'
import { importMail } from './support/sign-in.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let complaints: string[]

beforeAll(async () => {
  world = await openWorld()
  ;({ page, complaints } = await world.open())
  await page.goto(`${world.daybook.url}/inbox`)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const bell = (name: RegExp | string) => page.getByRole('button', { name })

it('shows at the bell that an import has ended', async () => {
  await bell('Notifications, 1 unread one').click()
  const panel = page.getByRole('dialog', { name: 'Notifications' })
  await panel.getByText('mail.mbox is imported').waitFor()
  await panel.getByRole('region', { name: 'today' }).waitFor()
  await page.keyboard.press('Escape')
})

it('tells of the next one by itself, without anybody asking', async () => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)))
  await importMail(world.daybook, world.cookies, makeMbox())
  await bell('Notifications, 2 unread ones').waitFor()
  expect(asked).toContain('/api/v1/notifications/counts')
})

it('leads to what it is about, and counts as read then', async () => {
  await bell('Notifications, 2 unread ones').click()
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /mail.mbox is imported/ })
    .first()
    .click()
  await page.waitForURL('**/import')
  await bell('Notifications, 1 unread one').waitFor()
})

it('marks all as read, and takes that back', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await page.getByRole('heading', { name: 'Notifications', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await bell('Notifications').first().waitFor()
  await page.getByText('All notifications are read').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await bell('Notifications, 1 unread one').waitFor()
})

it('leaves a kind out that nobody wants to hear of', async () => {
  await page.getByRole('link', { name: 'What I am told' }).click()
  await page.getByLabel('Tell me when an import has ended').uncheck()
  await expect
    .poll(async () =>
      (await world.call('GET', '/settings')).items.find(({ name }: any) => name === 'notifications.import'),
    )
    .toMatchObject({ value: false })
})

it('complained about nothing', () => expect(complaints).toEqual([]))
