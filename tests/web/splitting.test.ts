import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { controlState } from './support/states.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let context: BrowserContext
let complaints: string[]
let report: { id: string }
let trip: { id: string }

beforeAll(async () => {
  world = await openWorld()
  report = await world.call('POST', '/tasks', { title: 'Write the report for Ada', estimateMax: 40 })
  trip = await world.call('POST', '/tasks', { title: 'Plan the trip to Oslo', estimateMax: 240, labels: ['travel'] })
  ;({ page, context, complaints } = await world.open())
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

/** A machine may have other things to do. */
const patient = { timeout: 20_000 }
const steps = async (id: string) => (await world.call('GET', `/steps?taskId=${id}`)).items as { title: string }[]
const dialog = () => page.getByRole('dialog')

it('shows steps before it adds any, takes some, and undoes them', async () => {
  await page.goto(`${world.daybook.url}/tasks/${report.id}`)
  await page.getByRole('button', { name: 'Split into steps' }).click()
  await dialog().getByText('By rules, no model').waitFor()
  const boxes = dialog().getByRole('checkbox')
  await expect.poll(() => boxes.count(), patient).toBeGreaterThan(5)
  const all = await boxes.count()
  expect(await violations(page)).toEqual([])
  await shoot('split')
  await dialog().getByText('Put the points in order').click()
  await dialog()
    .getByRole('button', { name: `Add ${all - 1} steps` })
    .click()
  await page.getByText(`0 of ${all - 1} done`).waitFor()
  expect((await steps(report.id)).map(({ title }) => title)).not.toContain('Put the points in order')
  await page.getByText('It is split in part: there may be more to it.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(async () => (await steps(report.id)).length, patient).toBe(0)
})

it('splits a project by keyboard alone, one level at a time', async () => {
  await page.goto(`${world.daybook.url}/tasks/${trip.id}`)
  await page.getByRole('button', { name: 'Split into steps' }).waitFor()
  await page.keyboard.press('s')
  await dialog().getByText('A project: parts first. Each can').waitFor()
  await expect.poll(() => focused(), patient).toBe('SELECT')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  const add = dialog().getByRole('button', { name: 'Add 6 parts' })
  await add.waitFor()
  await page.keyboard.press('Space')
  await dialog().getByRole('button', { name: 'Add 7 parts' }).waitFor()
  await page.keyboard.press('Enter')
  const parts = page.getByRole('list', { name: 'Parts' }).getByRole('listitem')
  await expect.poll(() => parts.count(), patient).toBe(7)
  await page.getByText('It is split.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('heading', { name: 'Splitting' }).scrollIntoViewIfNeeded()
  await shoot('parts')

  await page.getByRole('button', { name: 'Split: Book what has to be booked' }).focus()
  await page.keyboard.press('Enter')
  await dialog().getByText('Put it into the calendar').waitFor()
  await expect.poll(() => focused(), patient).toBe('SELECT')
  for (let tab = 0; tab < 20 && !(await focusedName()).startsWith('Add '); tab++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await dialog().waitFor({ state: 'detached' })
  await page.getByRole('listitem').filter({ hasText: 'Book what has' }).getByText('Split', { exact: true }).waitFor()
})

it('leaves what is small alone, and closes on Escape without adding anything', async () => {
  const { id } = await world.call('POST', '/tasks', { title: 'Call the dentist', estimateMax: 5 })
  await page.goto(`${world.daybook.url}/tasks/${id}`)
  await page.getByRole('button', { name: 'Split into steps' }).click()
  await dialog().getByText('small enough to do in one go').waitFor()
  await dialog().getByLabel('How large is it?').selectOption('multi-step')
  await dialog().getByText('Dial and say the first sentence').waitFor()
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
  expect(await steps(id)).toEqual([])
  await page.getByRole('button', { name: 'Split into steps' }).click()
  await dialog().getByRole('button', { name: 'It is small enough' }).click()
  await page.getByText('It is small enough.').waitFor()
  expect((await world.call('GET', `/tasks/${id}`)).decomposition).toBe('atomic')
})

it('says what a task is like, as its words suggest or otherwise, and finds it by that', async () => {
  await page.getByRole('button', { name: /^Take what its words suggest/ }).click()
  await page.getByRole('list', { name: 'Facets' }).getByText('On a call').waitFor()
  await page.getByRole('button', { name: 'Say what it is like' }).click()
  await page.getByLabel('When does it count?').selectOption({ label: 'It is good enough' })
  await page.getByLabel('Where is the body?').selectOption({ label: 'Standing' })
  await shoot('champs')
  await page.getByRole('button', { name: 'That is it' }).click()
  await page.getByRole('list', { name: 'Facets' }).getByText('Standing').waitFor()
  expect(await violations(page)).toEqual([])
  await page.goto(`${world.daybook.url}/tasks?q=${encodeURIComponent('conversation:call success:good-enough')}`)
  await page.getByRole('checkbox', { name: 'Complete: Call the dentist' }).waitFor()
  await expect.poll(() => page.getByRole('checkbox', { name: /^Complete/ }).count(), patient).toBe(1)
})

it('makes a template, uses it after a preview, and takes all of it back', async () => {
  await page.goto(`${world.daybook.url}/tasks`)
  await page.getByRole('button', { name: 'More of tasks' }).click()
  await page.getByRole('menuitem', { name: 'Templates' }).click()
  await page.getByText('There is no template yet.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'New template' }).click()
  await page.getByLabel('Title of the task').fill('Welcome {{client}}')
  await page
    .getByLabel('Steps, one a line')
    .fill('Write to {{client}} 5 min\nSend the contract 30 min +3d 09:00\n  Fill in the names')
  await page.getByLabel('Due').fill('+2w')
  await page.getByRole('button', { name: 'Make the template' }).click()
  await page.getByRole('button', { name: 'Use it' }).click()
  await dialog().getByText('Still to say: client').waitFor()
  await dialog().getByLabel('client').fill('Ada')
  await dialog().getByText('Write to Ada').waitFor()
  expect(await violations(page)).toEqual([])
  await shoot('template')
  await dialog().getByLabel('client').press('Enter')
  await page.getByRole('heading', { name: 'Welcome Ada' }).waitFor()
  await page.getByRole('checkbox', { name: 'Step: Write to Ada' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(async () => (await world.call('GET', '/tasks?q=Welcome')).items.length, patient).toBe(0)
})

it('saves a task as a template and removes it with a way back, on a phone too', async () => {
  await world.call('PUT', `/tasks/${trip.id}/recurrence`, { rule: 'FREQ=YEARLY', zone: 'UTC' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${world.daybook.url}/tasks/${trip.id}`)
  await page.getByRole('button', { name: 'Save as a template' }).click()
  await shoot('task-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: 'Open it' }).click()
  await expect.poll(() => page.getByLabel('Steps, one a line').inputValue(), patient).toContain('Book what has to')
  await shoot('template-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await violations(page)).toEqual([])
  const comes = page.getByRole('checkbox', { name: /^It comes again: Every year/i })
  expect(await comes.isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Use it' }).click()
  await dialog().getByText('comes again').waitFor()
  expect(await violations(page)).toEqual([])
  await shoot('template-comes-phone')
  await page.keyboard.press('Escape')
  await comes.focus()
  await shoot('template-comes-along-phone')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => comes.count(), patient).toBe(0)
  await page.getByRole('button', { name: 'Remove the template' }).click()
  await page.getByText('Template removed: Plan the trip to Oslo').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByRole('link', { name: /Plan the trip to Oslo/ }).waitFor()
  await shoot('templates-phone')
  await page.goto(`${world.daybook.url}/tasks/${report.id}`)
  await page.getByRole('button', { name: 'Split into steps' }).click()
  await dialog().getByText('Put the points in order').waitFor()
  await shoot('split-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await violations(page)).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

it.each([
  ['dark', { scheme: 'dark' as const }],
  ['calm', { calm: true }],
  ['calm and dark, on a phone', { scheme: 'dark' as const, calm: true, width: 390, height: 844 }],
])('has nothing that axe minds in %s', async (_, view) => {
  const opened = await world.open(view)
  const { page: other } = opened
  const setState = await controlState(other)
  await other.goto(`${world.daybook.url}/tasks/${trip.id}`)
  await other.getByRole('list', { name: 'Parts' }).waitFor()
  await other.getByRole('button', { name: 'Say what it is like' }).click()
  expect(await violations(other)).toEqual([])
  await other.getByRole('button', { name: 'Split into steps' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'It is small enough' }).waitFor()
  expect(await violations(other)).toEqual([])
  for (const state of ['empty', 'loading', 'failing'] as const) {
    setState(state)
    await other.goto(`${world.daybook.url}/templates`)
    await other
      .locator(`main [data-state=${state === 'failing' ? 'error' : state}]`)
      .filter({ visible: true })
      .first()
      .waitFor(patient)
    expect(await violations(other), state).toEqual([])
  }
  await opened.context.close()
})

const focused = () => page.evaluate(() => document.activeElement?.tagName ?? '')
const focusedName = () => page.evaluate(() => document.activeElement?.textContent ?? '')

/** Pictures for whoever wants to look: only where a folder is named. */
async function shoot(name: string): Promise<void> {
  const folder = process.env.DAYBOOK_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
