import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { View } from './support/browser.ts'
import { violations } from './support/axe.ts'
import { controlState, REQUEST_ID, type PageState } from './support/states.ts'
import { addTasks, openWorld, type World } from './support/world.ts'

let world: World
let threadId: string
let taskId: string

beforeAll(async () => {
  world = await openWorld()
  await addTasks(world)
  threadId = (await world.call('GET', '/threads?limit=2')).items[1].id
  taskId = (await world.call('GET', '/tasks?limit=1')).items[0].id
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

interface PageCase {
  name: string
  path: () => string
  /** What must be on the screen with data. */
  shows: string
  states?: PageState[]
  act?: (page: Page) => Promise<void>
}

const all: PageState[] = ['data', 'empty', 'loading', 'failing']
const pages: PageCase[] = [
  { name: 'inbox', path: () => '/inbox', shows: 'text=Please review before Thursday' },
  {
    name: 'thread',
    path: () => `/inbox/${threadId}`,
    shows: 'text=Nobody reads more',
    states: ['data', 'loading', 'failing'],
  },
  { name: 'archive', path: () => '/inbox?place=archive', shows: 'text=Nothing is archived yet', states: ['data'] },
  { name: 'tasks', path: () => '/tasks', shows: 'text=Send the invoice to Ada' },
  { name: 'task', path: () => `/tasks/${taskId}`, shows: 'text=Made from', states: ['data', 'loading', 'failing'] },
  { name: 'search', path: () => '/search?q=board', shows: 'text=Device tree' },
  { name: 'search begins', path: () => '/search', shows: 'text=Search everything', states: ['data'] },
  { name: 'search misread', path: () => '/search?q=form:joel', shows: '[role=alert]', states: ['data'] },
  { name: 'import', path: () => '/import', shows: 'text=mail.mbox' },
  { name: 'notifications', path: () => '/notifications', shows: 'main li' },
  {
    name: 'bell panel',
    path: () => '/inbox',
    shows: '[role=dialog] li, [role=dialog] [data-state]',
    act: (page) => page.getByRole('button', { name: /^Notifications/ }).click(),
  },
  { name: 'settings', path: () => '/settings/sessions', shows: 'text=This one' },
  {
    name: 'settings of keys',
    path: () => '/settings/keyboard',
    shows: 'text=Archive, or back to the inbox',
    states: ['data'],
  },
  {
    name: 'settings of notifications',
    path: () => '/settings/notifications',
    shows: 'main label',
    states: ['data', 'loading', 'failing'],
  },
  { name: 'not found', path: () => '/nowhere', shows: 'text=There is no page at this address', states: ['data'] },
  {
    name: 'palette',
    path: () => '/inbox',
    shows: '[role=option]',
    states: ['data', 'failing'],
    act: (page) => page.keyboard.press('Control+k'),
  },
  {
    name: 'keys',
    path: () => '/inbox',
    shows: '[role=dialog]',
    states: ['data'],
    act: (page) => page.keyboard.press('?'),
  },
]
const themes: Record<string, View> = {
  light: {},
  dark: { scheme: 'dark' },
  calm: { calm: true },
  'calm and dark': { scheme: 'dark', calm: true },
  'light on a phone': { width: 390, height: 844 },
}

describe.each(Object.entries(themes))('in %s', (_, view) => {
  let page: Page
  let setState: (state: PageState) => void

  beforeAll(async () => {
    ;({ page } = await world.open(view))
    setState = await controlState(page)
  })
  afterAll(() => page.context().close())

  it.each(pages.flatMap((entry) => (entry.states ?? all).map((state) => [entry.name, state, entry] as const)))(
    '%s, %s: axe finds nothing',
    async (_name, state, entry) => {
      setState(state)
      await page.goto(world.daybook.url + entry.path())
      await onScreen(page, 'h1').waitFor()
      await entry.act?.(page)
      await waitForState(page, state, entry)
      expect(await violations(page)).toEqual([])
    },
  )
})

// On a phone the list behind an open record is there, but hidden.
const onScreen = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first()

async function waitForState(page: Page, state: PageState, entry: PageCase): Promise<void> {
  if (state === 'data' || entry.act) await onScreen(page, entry.shows).waitFor()
  else if (state === 'failing') {
    const shown = onScreen(page, '[data-state=error]')
    await shown.waitFor()
    expect(await shown.textContent()).toContain(REQUEST_ID)
    await shown.getByRole('button', { name: 'Try again' }).waitFor()
  } else await onScreen(page, `[data-state=${state}]`).waitFor()
}

describe('the sign-in page', () => {
  it.each(Object.entries(themes))('in %s: axe finds nothing while it waits, works and fails', async (_, view) => {
    const { page } = await world.open({ ...view, cookies: [] })
    const setState = await controlState(page)
    await page.goto(`${world.daybook.url}/sign-in`)
    await page.locator('[data-state=empty]').waitFor()
    expect(await violations(page)).toEqual([])

    setState('loading')
    // Only a new document reads the fragment.
    await page.goto('about:blank')
    await page.goto(`${world.daybook.url}/sign-in#some-secret`)
    await page.locator('[data-state=loading]').waitFor()
    expect(await violations(page)).toEqual([])

    setState('data')
    await page.goto('about:blank')
    await page.goto(`${world.daybook.url}/sign-in#a-secret-that-never-was`)
    await page.getByText('npx daybook link').waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })
})
