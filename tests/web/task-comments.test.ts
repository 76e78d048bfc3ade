import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { addPerson } from './support/add-person.ts'
import { violations } from './support/axe.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let complaints: string[]
let benPage: Page
let ben: string
let task: { id: string }
let pictures: string

beforeAll(async () => {
  world = await openWorld()
  const person = await addPerson(world, 'Ben')
  ben = person.id
  task = await world.call('POST', '/tasks', { title: 'Book the hall' })
  pictures = process.env.DAYBOOK_PICTURES ?? (await mkdtemp(join(tmpdir(), 'daybook-pictures-')))
  ;({ page, complaints } = await world.open())
  benPage = (await world.open({ cookies: person.cookies })).page
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const patient = { timeout: 20_000 }
const comments = async () => (await world.call('GET', `/tasks/${task.id}/comments`)).items
const list = (on: Page) => on.getByRole('list', { name: 'Comments' }).getByRole('listitem')
const region = (name: string) => page.getByRole('region', { name, exact: true })

it('writes a comment by mouse', async () => {
  await page.goto(`${world.daybook.url}/tasks/${task.id}`)
  await page.getByLabel('Write a comment').fill('The hall is free on Friday.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect.poll(() => list(page).count(), patient).toBe(1)
  expect(await violations(page)).toEqual([])
})

it('mentions somebody by keyboard alone, who is told', async () => {
  await page.locator('h1, h2').first().focus()
  await page.keyboard.press('m')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), patient).toBe('TEXTAREA')
  await page.keyboard.type('Could you call them, @be')
  await page.getByRole('listbox', { name: 'People' }).getByRole('option', { name: 'Ben' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.keyboard.type('?')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => list(page).count(), patient).toBe(2)
  await list(page).first().getByText('@Ben').waitFor()
  expect((await comments())[0]).toMatchObject({ mentions: [ben], body: `Could you call them, @[Ben](${ben}) ?` })

  await benPage.goto(`${world.daybook.url}/notifications`)
  await benPage.getByRole('link', { name: /Owner mentioned you: Book the hall/ }).click()
  await benPage.waitForURL(`**/tasks/${task.id}`)
  await expect.poll(() => list(benPage).count(), patient).toBe(2)
  // What others wrote is theirs to change.
  expect(await benPage.getByRole('button', { name: 'Edit this comment' }).count()).toBe(0)
})

it('changes a comment by keyboard, and leaves it by Escape', async () => {
  const first = list(page).first()
  await first.getByRole('button', { name: 'Edit this comment' }).press('Enter')
  const field = page.getByLabel('Change the comment')
  await expect.poll(() => field.inputValue(), patient).toBe('Could you call them, @Ben ?')
  await page.keyboard.press('Escape')
  await expect.poll(() => field.count(), patient).toBe(0)
  await first.getByRole('button', { name: 'Edit this comment' }).press('Enter')
  await field.fill('Please call them, @Ben.')
  await field.press('Control+Enter')
  await first.getByText('edited').waitFor()
  expect((await comments())[0]).toMatchObject({ mentions: [ben], body: `Please call them, @[Ben](${ben}).` })
})

it('deletes a comment, with a way back', async () => {
  await list(page).first().getByRole('button', { name: 'Delete this comment' }).press('Enter')
  await expect.poll(() => list(page).count(), patient).toBe(1)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => list(page).count(), patient).toBe(2)
})

it('adds a file, and takes it off with a way back', async () => {
  await page.getByLabel('Files to add').setInputFiles({
    name: 'plan.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('A plan'),
  })
  await region('Files').getByRole('link', { name: 'plan.txt' }).waitFor()
  await region('Files').getByRole('button', { name: 'Take off plan.txt' }).press('Enter')
  await expect.poll(() => region('Files').getByRole('link').count(), patient).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await region('Files').getByRole('link', { name: 'plan.txt' }).waitFor()
})

it('has fields of its own, which the settings define', async () => {
  await page.goto(`${world.daybook.url}/settings/task-fields`)
  await page.getByText('There is none yet.').waitFor()
  for (const [name, kind] of [
    ['Venue', 'Text'],
    ['Paid', 'Yes or no'],
    ['Colour', 'Choice'],
  ] as const) {
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Kind').selectOption({ label: kind })
    if (kind === 'Choice') await page.getByLabel('Choices').fill('Red, Blue')
    await page.getByRole('button', { name: 'Add the field' }).press('Enter')
    await page.getByRole('button', { name: `Put away ${name}` }).waitFor()
  }
  expect(await violations(page)).toEqual([])

  await page.goto(`${world.daybook.url}/tasks/${task.id}`)
  await page.getByLabel('Venue').fill('The small hall')
  await page.getByLabel('Venue').press('Tab')
  await page.getByLabel('Paid').selectOption({ label: 'Yes' })
  await page.getByLabel('Colour', { exact: true }).selectOption({ label: 'Blue' })
  const values = async () =>
    (await world.call('GET', `/tasks/fields?taskId=${task.id}`)).items.map(({ value }: { value: unknown }) => value)
  await expect.poll(values, patient).toEqual(['The small hall', true, 'Blue'])
  await page.goto(`${world.daybook.url}/tasks?q=${encodeURIComponent('venue:small paid:yes')}`)
  await page.getByRole('checkbox', { name: 'Complete: Book the hall' }).waitFor()
})

it('has a prompt to edit, save and take away', async () => {
  await page.goto(`${world.daybook.url}/tasks/${task.id}`)
  await page.getByRole('button', { name: 'Prompt' }).press('Enter')
  const field = page.getByLabel('Goal, context, criteria and checks, as Markdown')
  await expect.poll(() => field.inputValue(), patient).toContain('Get this done: Book the hall')
  await page.getByText('Not saved yet.').waitFor()
  await field.fill('# Mine')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText(/^Saved /).waitFor()
  await page.getByRole('link', { name: 'Download' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: join(pictures, 'prompt.png') })
  await page.getByRole('button', { name: 'Make anew' }).click()
  await expect.poll(() => field.inputValue(), patient).toContain('> Please call them')
  expect(await world.call('GET', `/tasks/${task.id}/prp`)).toMatchObject({ document: '# Mine', rev: 1 })
  await page.keyboard.press('Escape')
})

it('looks finished on a phone, in the dark too', async () => {
  const phone = await world.open({ width: 390, height: 844, scheme: 'dark' })
  await phone.page.goto(`${world.daybook.url}/tasks/${task.id}`)
  await expect.poll(() => list(phone.page).count(), patient).toBe(2)
  await phone.page.getByLabel('Venue').scrollIntoViewIfNeeded()
  await phone.page.screenshot({ path: join(pictures, 'fields-phone.png') })
  await phone.page.getByLabel('Write a comment').scrollIntoViewIfNeeded()
  await phone.page.screenshot({ path: join(pictures, 'comments-phone.png') })
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await violations(phone.page)).toEqual([])
  await page.getByLabel('Write a comment').scrollIntoViewIfNeeded()
  await page.screenshot({ path: join(pictures, 'comments.png') })
  expect(complaints).toEqual([])
})
