import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { addViewTasks, goTo, link, openViews, shoot } from './support/task-views.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
const ids: Record<string, string> = {}
/** A machine may have other things to do. */
const patient = { timeout: 20_000 }

beforeAll(async () => {
  world = await openWorld()
  Object.assign(ids, await addViewTasks(world))
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const open = () => openViews(world)
const statusOf = async (title: string) => (await world.call('GET', `/tasks/${ids[title]}`)).status as string
const parentOf = async (title: string) => (await world.call('GET', `/tasks/${ids[title]}`)).parentId as string | null
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const card = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title })
const focused = (place: Locator) => place.evaluate((element) => element.contains(document.activeElement))

describe('the board', () => {
  let page: Page
  let context: BrowserContext
  let complaints: string[]
  beforeAll(async () => {
    ;({ page, context, complaints } = await open())
    await goTo(world, page, 'board')
    await card(page, 'Mend the search box').waitFor()
  })
  afterAll(() => context.close())

  it('is reached from the list, and from the palette', async () => {
    await page.goto(`${world.daybook.url}/tasks`)
    await page.getByRole('link', { name: 'Board', exact: true }).click()
    await column(page, 'Next').waitFor()
    expect(new URL(page.url()).searchParams.get('as')).toBe('board')
    await page.goto(`${world.daybook.url}/inbox`)
    await page.getByRole('heading', { name: 'Inbox', level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Find a page' }).pressSequentially('board of')
    await page.getByRole('option', { name: /Board of tasks/ }).waitFor()
    await page.keyboard.press('Enter')
    await column(page, 'Next').waitFor()
  })

  it('moves a card by pointer to another column, and back by the toast', async () => {
    await card(page, 'Write to the landlord').dragTo(column(page, 'Doing'))
    await expect.poll(() => statusOf('Write to the landlord'), patient).toBe('doing')
    await column(page, 'Doing')
      .getByRole('link', { name: /Write to the landlord/ })
      .waitFor()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => statusOf('Write to the landlord'), patient).toBe('next')
    await column(page, 'Next')
      .getByRole('link', { name: /Write to the landlord/ })
      .waitFor()
  })

  it('moves a card by its buttons, and says where it is now', async () => {
    await page.getByRole('button', { name: 'Move to Doing: Mend the search box' }).click()
    await expect.poll(() => statusOf('Mend the search box'), patient).toBe('doing')
    await expect
      .poll(() => page.locator('#live').textContent(), patient)
      .toBe('Mend the search box is in Doing now, 1 of 2.')
  })

  it('walks and moves by keyboard alone', async () => {
    await link(page, 'Mend the search box').focus()
    await page.keyboard.press('[')
    await expect.poll(() => statusOf('Mend the search box'), patient).toBe('next')
    await expect.poll(() => focused(card(page, 'Mend the search box')), patient).toBe(true)
    await page.keyboard.press('j')
    expect(await focused(card(page, 'Write to the landlord'))).toBe(true)
    await page.keyboard.press('ArrowRight')
    expect(await focused(column(page, 'Doing'))).toBe(true)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Mend the search box' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => new URL(page.url()).pathname).toBe('/tasks')
  })

  it('keeps how many a column is to hold, and says kindly when there are more', async () => {
    await page.getByRole('button', { name: 'How many in Next' }).click()
    await page.getByLabel('At most in Next').fill('1')
    await page.keyboard.press('Enter')
    await page.getByText('1 more than you wanted here.').waitFor()
    expect((await world.call('GET', '/tasks/board')).columns[1]).toMatchObject({ status: 'next', wipLimit: 1 })
    await shoot(page, 'board')
  })

  it('shows what a filter lets pass, which is kept under a name', async () => {
    await page.getByRole('searchbox', { name: 'Filter' }).fill('label:phone')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('[data-task]').count(), patient).toBe(1)
    await page.getByRole('button', { name: 'Kept filters' }).click()
    await page.getByLabel('Name').fill('On the phone')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await page.getByRole('button', { name: /^On the phone/ }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.goto(`${world.daybook.url}/tasks`)
    await page.getByRole('button', { name: 'Kept filters' }).click()
    await page.getByRole('button', { name: /^On the phone/ }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('label:phone')
    await page.getByRole('button', { name: 'Kept filters' }).click()
    await page.getByRole('button', { name: 'Remove On the phone' }).click()
    await page.getByText('Nothing is kept yet.').waitFor()
    await page.keyboard.press('Escape')
    expect(complaints).toEqual([])
  })
})

describe('the agenda', () => {
  it('shows the week, ticks by key, and takes the dates off what is still open', async () => {
    const { page, context, complaints } = await open()
    await goTo(world, page, 'agenda')
    const before = page.getByRole('region', { name: 'Still open from before' })
    await before.getByRole('link', { name: /Send the invoice/ }).waitFor()
    const tomorrow = page.getByRole('region', { name: /^Tomorrow/ })
    await tomorrow.getByRole('link', { name: /Write to the landlord/ }).waitFor()
    await tomorrow.getByRole('link', { name: /Look at new chairs/ }).waitFor()
    await shoot(page, 'agenda')

    await link(page, 'Send the invoice').focus()
    await page.keyboard.press('j')
    expect(await focused(tomorrow)).toBe(true)
    await page.keyboard.press('x')
    await expect.poll(() => statusOf('Write to the landlord'), patient).toBe('done')
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => statusOf('Write to the landlord'), patient).toBe('next')

    await page.getByRole('button', { name: 'Take their dates off' }).click()
    await page.getByText(/It has no date now/).waitFor()
    await before.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await before.waitFor()

    await page.getByRole('button', { name: 'The week after' }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toMatch(/^\d{4}-\d\d-\d\d$/)
    await page.getByRole('button', { name: 'Today' }).click()
    await before.waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('the tree', () => {
  it('folds, and moves tasks by keys, by buttons and by pointer', async () => {
    const { page, context, complaints } = await open()
    await goTo(world, page, 'tree')
    await link(page, 'Trip to Oslo').waitFor()
    await page.getByText('0 of 3 done').waitFor()
    await link(page, 'Trip to Oslo').focus()
    await page.keyboard.press('ArrowRight')
    await link(page, 'Say good-bye').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowRight')
    await link(page, 'Night train').waitFor()
    await shoot(page, 'tree')

    await link(page, 'Pack').focus()
    await page.keyboard.press(']')
    await expect.poll(() => parentOf('Pack'), patient).toBe(ids['Book'])
    await expect.poll(() => focused(page.locator(`[data-task="${ids['Pack']}"]`)), patient).toBe(true)
    await page.keyboard.press('[')
    await expect.poll(() => parentOf('Pack'), patient).toBe(ids['Trip to Oslo'])
    await expect.poll(() => focused(page.locator(`[data-task="${ids['Pack']}"]`)), patient).toBe(true)
    await page.keyboard.press('{')
    await expect
      .poll(() => titlesOf(page), patient)
      .toEqual(['Trip to Oslo', 'Pack', 'Book', 'Night train', 'Say good-bye'])
    await page.getByRole('button', { name: 'Move down: Pack' }).click()
    await expect
      .poll(() => titlesOf(page), patient)
      .toEqual(['Trip to Oslo', 'Book', 'Night train', 'Pack', 'Say good-bye'])

    const row = (title: string) => page.locator(`[data-task="${ids[title]}"]`)
    await row('Say good-bye').dragTo(row('Book'), { targetPosition: { x: 400, y: 10 } })
    await expect.poll(() => parentOf('Say good-bye'), patient).toBe(ids['Book'])
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => parentOf('Say good-bye'), patient).toBe(ids['Trip to Oslo'])

    await page.getByRole('button', { name: 'Add below Pack' }).click()
    await page.getByLabel('New below Pack').fill('Warm socks')
    await page.keyboard.press('Enter')
    await link(page, 'Warm socks').waitFor()
    await link(page, 'Trip to Oslo').focus()
    await page.keyboard.press('ArrowLeft')
    await link(page, 'Pack').waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await context.close()
  })

  it('puts a task under another from the task itself', async () => {
    const { page, context } = await open()
    await page.goto(`${world.daybook.url}/tasks/${ids['Read the report']}`)
    await page.getByRole('button', { name: 'Put it under another task' }).click()
    await page.getByLabel('Look for the task it belongs to').fill('oslo')
    await page.getByRole('button', { name: /^Trip to Oslo/ }).click()
    await page.getByRole('link', { name: 'Part of Trip to Oslo' }).waitFor()
    expect(await parentOf('Read the report')).toBe(ids['Trip to Oslo'])
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => parentOf('Read the report'), patient).toBe(null)
    await context.close()
  })
})

describe('the matrix', () => {
  it('shows each open task in one of four parts', async () => {
    const { page, context, complaints } = await open()
    await goTo(world, page, 'matrix')
    const part = (name: string) => page.getByRole('region', { name, exact: true })
    await part('Do')
      .getByRole('link', { name: /Send the invoice/ })
      .waitFor()
    await part('Plan')
      .getByRole('link', { name: /Mend the search box/ })
      .waitFor()
    await part('Quickly, or give away')
      .getByRole('link', { name: /Write to the landlord/ })
      .waitFor()
    await part('Later, or drop')
      .getByRole('link', { name: /Look at new chairs/ })
      .waitFor()
    await shoot(page, 'matrix')
    await link(page, 'Send the invoice').focus()
    await page.keyboard.press('x')
    await expect.poll(() => statusOf('Send the invoice'), patient).toBe('done')
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await part('Do')
      .getByRole('link', { name: /Send the invoice/ })
      .waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})

const titlesOf = (page: Page) =>
  page.locator('[data-task] a span span:first-child').evaluateAll((all) => all.map((each) => each.textContent))
