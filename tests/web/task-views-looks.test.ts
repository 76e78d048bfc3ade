import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violations } from './support/axe.ts'
import type { View } from './support/browser.ts'
import { addViewTasks, goTo, link, openViews, shoot } from './support/task-views.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let ids: Record<string, string>
/** A machine may have other things to do. */
const patient = { timeout: 20_000 }

beforeAll(async () => {
  world = await openWorld()
  ids = await addViewTasks(world)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const statusOf = async (title: string) => (await world.call('GET', `/tasks/${ids[title]}`)).status as string

const views = {
  board: 'Draft the newsletter',
  agenda: 'Write to the landlord',
  tree: 'Trip to Oslo',
  matrix: 'Mend the search box',
}
const looks: Record<string, View> = {
  light: {},
  dark: { scheme: 'dark' },
  calm: { calm: true },
  'light on a phone': { width: 390, height: 844 },
  'dark on a phone': { width: 390, height: 844, scheme: 'dark' },
}

describe.each(Object.entries(looks))('in %s', (name, look) => {
  it('axe finds nothing in any view, and nothing is cut off', async () => {
    const { page, context } = await openViews(world, look)
    for (const [as, title] of Object.entries(views)) {
      await goTo(world, page, as)
      if (as === 'board' && look.width) await page.getByRole('button', { name: /^Doing/ }).click()
      await link(page, title).waitFor()
      if (as === 'tree') await page.getByRole('button', { name: `Unfold ${title}` }).click()
      if (as === 'tree') await link(page, 'Pack').waitFor()
      expect(await violations(page), as).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width ?? 1280)
      await shoot(page, `${as} ${name}`)
    }
    await context.close()
  })
})

it('moves a card on a phone, where one column is shown at a time', async () => {
  const { page, context } = await openViews(world, { width: 390, height: 844, touch: true })
  await goTo(world, page, 'board')
  await page.getByRole('button', { name: /^Waiting/ }).tap()
  await page.getByRole('button', { name: 'Move to Doing: Answer of the bank' }).tap()
  await expect.poll(() => statusOf('Answer of the bank'), patient).toBe('doing')
  await page.getByRole('button', { name: /^Doing/ }).tap()
  await link(page, 'Answer of the bank').tap()
  await page.getByRole('heading', { name: 'Answer of the bank' }).waitFor()
  await page.getByRole('button', { name: 'Back to the list' }).tap()
  await page.getByRole('button', { name: 'Move to Waiting: Answer of the bank' }).waitFor()
  await context.close()
})
