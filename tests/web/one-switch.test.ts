import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { openWorld, type World } from './support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const open = async (path: string) => {
  const opened = await world.open()
  await opened.page.goto(`${world.daybook.url}${path}`)
  return opened
}
const setting = (value: boolean) => world.call('PUT', '/settings/day.games-and-prompts', { value })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

it('offers no break at the bell and asks nothing after it, and what can be done stays in reach', async () => {
  await setting(false)
  const session = await world.call('POST', '/focus/sessions', { workMinutes: 25 })
  const { page, complaints } = await open('/focus')
  await page.getByRole('timer').waitFor()
  await page.clock.install()
  await page.reload()
  await page.getByRole('timer').waitFor()
  await page.clock.fastForward('26:00')
  await button(page, 'Next round').waitFor()
  await page.clock.fastForward('20:00')
  await button(page, /^Break, 5 min/).waitFor()
  expect(await page.getByText(/Take the break|Skip the break|Shall that time count/).count()).toBe(0)
  expect(await violations(page)).toEqual([])

  await setting(true)
  await page.reload()
  await page.getByRole('timer').waitFor()
  await page.clock.fastForward('26:00')
  await button(page, 'Take the break').waitFor()
  await world.call('POST', `/focus/sessions/${session.id}/finish`)
  expect(complaints).toEqual([])
})

it('does not ask about a while away from a timer, nor to be asked about a dump', async () => {
  await setting(false)
  await world.call('POST', '/capture', { text: 'Something to look through' })
  const task = await world.call('POST', '/tasks', { title: 'Write to Ada' })
  await world.call('POST', `/tasks/${task.id}/timer`)
  const { page } = await open('/capture')
  await page.getByRole('radio', { name: /^Sort it for me/ }).waitFor()
  await button(page, /^Stop the timer/).waitFor()
  expect(await page.getByRole('radio', { name: /^Ask me/ }).count()).toBe(0)
  expect(await page.getByText(/to look through/).count()).toBe(0)
  await page.clock.install()
  await page.reload()
  await button(page, /^Stop the timer/).waitFor()
  const comeBack = async () => {
    await page.mouse.move(10, 10)
    await page.clock.fastForward('12:00')
    await page.mouse.move(200, 200)
  }
  await comeBack()
  await page.getByLabel('What is on your mind?').fill('Nobody asked')
  expect(await page.getByText('Welcome back').count()).toBe(0)

  await setting(true)
  await page.reload()
  await page.getByRole('radio', { name: /^Ask me/ }).waitFor()
  await page.getByText(/to look through/).waitFor()
  await comeBack()
  await page.getByText('Welcome back').waitFor()
  await world.call('POST', '/tasks/timer/stop')
})
