import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { View } from './support/browser.ts'
import { violations } from './support/axe.ts'
import { connectAccount } from './support/connect-account.ts'
import { openMailAccount, type MailAccount } from './support/mail-account.ts'
import { plain } from './support/make-mail.ts'
import { controlState, type PageState } from './support/states.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let account: MailAccount
let threadId: string
let remindedId: string

beforeAll(async () => {
  account = await openMailAccount()
  const asks = { from: 'Ada Lovelace <ada@example.org>', date: new Date().toISOString() }
  await account.imap.deliver(plain({ ...asks, id: 'offer', subject: 'The offer', text: 'Please sign the offer.\n' }))
  await account.imap.deliver(plain({ ...asks, id: 'plan', subject: 'The plan', text: 'Please send me the plan.\n' }))
  world = await openWorld()
  await connectAccount(world, account)
  const { items } = await world.call('GET', '/threads?limit=5')
  threadId = items[2].id
  const { id: money } = await world.call('POST', '/labels', { name: 'Money', color: 'green' })
  const actions = { addLabels: [money], move: 'archive' }
  await world.call('POST', '/rules', { name: 'Ada', query: 'from:ada has:attachment', actions, stop: true })
  await world.call('POST', '/rules', {
    name: 'News',
    query: 'list:garden',
    actions: { markRead: true },
    enabled: false,
  })
  await world.call('POST', '/blocked-senders', { sender: 'shop.example' })
  await world.call('POST', '/image-senders', { sender: 'club@example.org' })
  await world.call('POST', '/threads/snooze', { threadIds: [items[4].id], until: '2099-01-01T08:00:00Z' })
  const { items: emails } = await world.call('GET', '/emails?limit=1')
  await world.call('POST', `/emails/${emails[0].id}/reminder`, { at: '2099-01-01T08:00:00Z', note: 'Call them' })
  remindedId = emails[0].threadId
  const to = [{ name: 'Ada', address: 'ada@example.org' }]
  await world.call('POST', '/drafts', { subject: 'Half written', to, bodyText: 'Dear' })
  const draft = await world.call('POST', '/drafts', { subject: 'For later', to, bodyText: 'Dear Ada' })
  await world.call('POST', `/drafts/${draft.id}/send`, { at: new Date(Date.now() + 86_400_000).toISOString() })
}, 120_000)

afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await account?.[Symbol.asyncDispose]()
})

interface PageCase {
  name: string
  path: () => string
  /** What must be on the screen with data. */
  shows: string
  states?: PageState[]
  act?: (page: Page) => Promise<void>
}

const all: PageState[] = ['data', 'empty', 'loading', 'failing']
const alone: PageState[] = ['data']
const pages: PageCase[] = [
  { name: 'accounts', path: () => '/settings/accounts', shows: 'article >> text=alice@example.test', states: all },
  {
    name: 'account settings',
    path: () => '/settings/accounts',
    shows: 'text=Looks for new mail',
    states: alone,
    act: async (page) => {
      await page.getByRole('button', { name: /^Settings/ }).click()
      await page.getByText('Password and servers').click()
    },
  },
  {
    name: 'connecting',
    path: () => '/settings/accounts',
    shows: 'text=Password or app password',
    states: alone,
    act: async (page) => {
      await page.getByRole('button', { name: 'Connect an account' }).click()
      await page.getByLabel('E-mail address').fill('ben@example.test')
      await page.getByRole('button', { name: 'Go on' }).click()
      await page.getByText('Servers', { exact: true }).click()
    },
  },
  { name: 'sending', path: () => '/settings/sending', shows: 'article >> text=alice@example.test', states: all },
  { name: 'rules', path: () => '/settings/rules', shows: 'article >> text=Money', states: all },
  {
    name: 'a rule being written',
    path: () => '/settings/rules',
    shows: 'section >> text=/of \\d+ messages? would be/',
    states: alone,
    act: async (page) => {
      await page.getByRole('button', { name: 'Edit Ada' }).click()
      await page.getByRole('button', { name: 'Add a condition' }).click()
    },
  },
  {
    name: 'a rule and past mail',
    path: () => '/settings/rules',
    shows: '[role=dialog] >> text=/of \\d+ messages? would be/',
    states: alone,
    act: (page) => page.getByRole('button', { name: 'Apply to past mail Ada' }).click(),
  },
  { name: 'senders', path: () => '/settings/senders', shows: 'li >> text=shop.example', states: all },
  { name: 'erasing', path: () => '/settings/erase-mail', shows: 'main li >> text=alice@example.test', states: all },
  {
    name: 'tasks that mail suggests',
    path: () => '/tasks',
    shows: 'text=“Please send me the plan.”',
    states: alone,
    act: (page) => page.getByRole('button', { name: 'Show all 2' }).click(),
  },
  {
    name: 'a message that suggests a task',
    path: () => '/inbox',
    shows: '[aria-label="Suggested tasks"] >> text=“Please sign the offer.”',
    states: alone,
    act: (page) => page.getByRole('link', { name: /The offer Please sign/ }).click(),
  },
  { name: 'drafts', path: () => '/inbox?place=drafts', shows: 'text=Half written', states: all },
  { name: 'sent', path: () => '/inbox?place=sent', shows: 'text=Waits for its time', states: alone },
  { name: 'reminders', path: () => '/reminders', shows: 'main li', states: all },
  {
    name: 'a reminder being set',
    path: () => `/inbox/${remindedId}`,
    shows: '[role=dialog] >> text=In two weeks',
    states: alone,
    act: (page) => page.getByRole('button', { name: 'Another time' }).click(),
  },
  { name: 'snoozed', path: () => '/snoozed', shows: 'main li', states: all },
  {
    name: 'a message being written',
    path: () => '/inbox',
    shows: '[role=listbox]:not([hidden]) [role=option]',
    states: alone,
    act: async (page) => {
      await page.getByRole('list', { name: 'Threads' }).waitFor()
      await page
        .getByRole('button', { name: 'Write', exact: true })
        .or(page.getByRole('button', { name: 'Write a message' }))
        .filter({ visible: true })
        .first()
        .click()
      await page.getByRole('dialog').getByLabel('To', { exact: true }).fill('ad')
    },
  },
  {
    name: 'an answer',
    path: () => `/inbox/${threadId}`,
    shows: '[contenteditable] blockquote',
    states: alone,
    act: (page) => page.getByRole('button', { name: 'Answer', exact: true }).click(),
  },
  {
    name: 'a selection and its labels',
    path: () => '/inbox',
    shows: '[role=dialog] >> text=Money',
    states: alone,
    act: async (page) => {
      await page
        .getByRole('checkbox', { name: /^Select / })
        .first()
        .click({ force: true })
      await page.getByRole('button', { name: 'Label all' }).click()
    },
  },
  {
    name: 'the form of a search',
    path: () => '/inbox',
    shows: '[role=dialog] >> text=With a file',
    states: alone,
    act: (page) => page.getByRole('button', { name: 'Find in mail' }).click(),
  },
  {
    name: 'a time to come',
    path: () => `/inbox/${threadId}`,
    shows: '[role=dialog] >> text=Another time',
    states: alone,
    act: (page) => page.getByRole('button', { name: 'Snooze' }).click(),
  },
]
/** Where pages are also looked at while they are empty, loading and failing. */
const inEveryState = new Set(['light', 'dark'])
const themes: Record<string, View> = {
  light: {},
  dark: { scheme: 'dark' },
  calm: { calm: true },
  'light on a phone': { width: 390, height: 844 },
}

describe.each(Object.entries(themes))('in %s', (theme, view) => {
  let page: Page
  let setState: (state: PageState) => void

  beforeAll(async () => {
    ;({ page } = await world.open(view))
    setState = await controlState(page)
  })
  afterAll(() => page.context().close())

  it.each(
    pages.flatMap((entry) => {
      const states = inEveryState.has(theme) ? (entry.states ?? all) : alone
      return states.map((state) => [entry.name, state, entry] as const)
    }),
  )(
    '%s, %s: axe finds nothing',
    async (name, state, entry) => {
      setState(state)
      await page.goto(world.daybook.url + entry.path())
      await onScreen(page, 'h1').waitFor()
      await entry.act?.(page)
      await onScreen(
        page,
        state === 'data' ? entry.shows : `[data-state=${state === 'failing' ? 'error' : state}]`,
      ).waitFor()
      if (process.env.DAYBOOK_LOOK)
        await page.screenshot({ path: `${process.env.DAYBOOK_LOOK}/${theme}-${name}-${state}.png` })
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    },
    20_000,
  )
})

// On a phone the list behind an open record is there, but hidden.
const onScreen = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first()
