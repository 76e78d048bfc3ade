import { afterAll, beforeAll, expect, it } from 'vitest'
import { violations } from './support/axe.ts'
import type { View } from './support/browser.ts'
import { addGrace } from './support/accounts.ts'
import { addTasks, openWorld, type World } from './support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
  await addTasks(world)
  await addGrace(world)
  await world.call('POST', '/invitations', { email: 'ada@example.test' })
  await world.call('POST', '/tokens', { name: 'Backup script', scopes: ['read', 'tasks:write'] })
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const panes = ['account', 'sign-in', 'sessions', 'workspace', 'people', 'audit', 'tokens', 'api', 'users', 'statistics']
const inside = ['/activity', ...panes.map((pane) => `/settings/${pane}`)]
const outside = ['/sign-in', '/reset', '/reset#a-secret', '/verify', '/register', '/invitation', '/invitation#a-secret']
const views: [string, View][] = [
  ['light', {}],
  ['dark', { scheme: 'dark' }],
  ['calm', { calm: true }],
  ['light on a phone', { width: 390, height: 844 }],
  ['dark on a phone', { width: 390, height: 844, scheme: 'dark' }],
  ['calm on a phone', { width: 390, height: 844, calm: true }],
]

it.each(views)(
  'in %s: axe finds nothing on any page, and none scrolls sideways',
  async (_, view) => {
    for (const [paths, cookies] of [
      [inside, world.cookies],
      [outside, []],
    ] as const) {
      const { page } = await world.open({ ...view, cookies: [...cookies] })
      for (const path of paths) {
        // Only a new document reads the fragment.
        await page.goto('about:blank')
        await page.goto(world.daybook.url + path)
        await page.getByRole('heading').filter({ visible: true }).first().waitFor()
        await page.waitForLoadState('networkidle')
        await page.locator('[data-state=loading]').waitFor({ state: 'detached' })
        expect.soft(await violations(page), path).toEqual([])
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(view.width ?? 1280)
      }
      await page.context().close()
    }
  },
  120_000,
)
