import type { Page } from 'playwright-core'
import type { View } from './browser.ts'
import type { World } from './world.ts'

const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString()

/** Tasks that stand somewhere in every view; answers their ids by their titles. */
export async function addViewTasks(world: World): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  const site = await world.call('POST', '/projects', { name: 'Website', color: 'pink' })
  const make = async (title: string, more: object = {}) =>
    (ids[title] = (await world.call('POST', '/tasks', { title, ...more })).id as string)
  await make('Mend the search box', { status: 'next', priority: 3, projectId: site.id, labels: ['phone'] })
  await make('Write to the landlord', { status: 'next', dueAt: inDays(1) })
  await make('Draft the newsletter', { status: 'doing', priority: 1, projectId: site.id })
  await make('Answer of the bank', { status: 'waiting', deadlineOn: inDays(2).slice(0, 10) })
  await make('Look at new chairs', { startOn: inDays(1).slice(0, 10) })
  await make('Send the invoice', { dueAt: inDays(-2), priority: 2 })
  await make('Read the report', {})
  const trip = await make('Trip to Oslo', { level: 3 })
  const book = await make('Book', { parentId: trip })
  await make('Pack', { parentId: trip })
  await make('Say good-bye', { parentId: trip })
  await make('Night train', { parentId: book })
  return ids
}

/** A page that waits for a busy machine. */
export async function openViews(world: World, view?: View): ReturnType<World['open']> {
  const opened = await world.open(view)
  opened.page.setDefaultTimeout(30_000)
  return opened
}

/** Opens a view and waits for its head. */
export async function goTo(world: World, page: Page, as: string): Promise<void> {
  await page.goto(`${world.daybook.url}/tasks?as=${as}`)
  await page.getByRole('heading', { name: 'Tasks', level: 1 }).waitFor()
}

/** The link of a task, by its title. */
export const link = (page: Page, title: string) => page.getByRole('link', { name: title }).first()

/** Pictures for whoever wants to look: only where a folder is named. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.DAYBOOK_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/views-${name.replaceAll(' ', '-')}.png` })
}
