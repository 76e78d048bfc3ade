import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { View } from './support/browser.ts'
import { connectAccount } from './support/connect-account.ts'
import { openMailAccount, type MailAccount } from './support/mail-account.ts'
import { addTasks, openWorld, type World } from './support/world.ts'

const guide = fileURLToPath(new URL('../../docs/guide/', import.meta.url))
const phone: View = { width: 390, height: 844 }
let world: World
let account: MailAccount
let spare: string

beforeAll(async () => {
  account = await openMailAccount()
  world = await openWorld()
  await connectAccount(world, account)
  await addTasks(world)
  const threads = (await world.call('GET', '/threads')).items as { id: string; subject: string }[]
  const idsOf = (pattern: RegExp) => threads.filter(({ subject }) => pattern.test(subject)).map(({ id }) => id)
  const kernel = await world.call('POST', '/labels', { name: 'Board', color: 'lilac' })
  const money = await world.call('POST', '/labels', { name: 'Money', color: 'green' })
  await world.call('POST', '/emails/modify', { threadIds: idsOf(/Device tree|Photos/), addLabels: [kernel.id] })
  await world.call('POST', '/emails/modify', { threadIds: idsOf(/Invoice/), addLabels: [money.id], starred: true })
  await world.call('POST', '/emails/modify', {
    threadIds: idsOf(/Friday|garden|books|Trains|Photos|Meeting/),
    seen: true,
  })
  await mkdir(guide, { recursive: true })
  spare = await mkdtemp(join(tmpdir(), 'daybook-pictures-'))
}, 120_000)

afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await account?.[Symbol.asyncDispose]()
})

const openRow = (name: RegExp) => async (page: Page) => {
  await page.getByRole('link', { name }).first().click()
  await page.locator('[data-record] h1, [data-record] h2').filter({ visible: true }).first().waitFor()
}

const write = async (page: Page) => {
  await openRow(/Device tree/)(page)
  await page.getByRole('button', { name: 'Answer', exact: true }).click()
  await page.getByRole('dialog').getByText('Zoë Müller wrote').waitFor()
  await page.keyboard.type('The fan controller is yours, then. I take the power supply.')
  await page.getByRole('dialog').getByText('Saved as a draft').waitFor()
}

const pictures: [name: string, path: string, view: View, act?: (page: Page) => Promise<unknown>][] = [
  ['today', '/today', {}, (page) => page.getByText('What is next').waitFor()],
  ['swipe', '/swipe', {}, (page) => page.getByRole('article').waitFor()],
  ['inbox', '/inbox', {}, openRow(/Device tree/)],
  ['inbox-dark', '/inbox', { scheme: 'dark' }, openRow(/Device tree/)],
  ['inbox-calm', '/inbox', { calm: true }, openRow(/Device tree/)],
  ['mail-designed', '/inbox', {}, openRow(/November in the garden/)],
  ['mail-writing', '/inbox', {}, write],
  ['mail-accounts', '/settings/accounts', {}, (page) => page.getByRole('article').getByText('Up to date').waitFor()],
  ['tasks', '/tasks', {}, openRow(/Send the invoice/)],
  ['search', '/search?q=board -subject:photos', {}],
  ['import', '/import', {}],
  ['settings', '/settings', {}],
  [
    'palette',
    '/inbox',
    {},
    (page) =>
      page.keyboard
        .press('Control+k')
        .then(() => page.getByRole('combobox', { name: 'Find a page' }).pressSequentially('task')),
  ],
  ['keys', '/inbox', {}, (page) => page.keyboard.press('?')],
  ['sign-in', '/sign-in', { cookies: [] }],
  ['today-phone', '/today', phone, (page) => page.getByText('What is next').waitFor()],
  ['inbox-phone', '/inbox', phone],
  ['mail-phone', '/inbox', phone, openRow(/Device tree/)],
  ['tasks-phone', '/tasks', phone],
]

// The pictures in the guide change only when somebody asks for new ones; the pages are opened and drawn every time.
it.each(pictures)('draws %s', async (name, path, view, act) => {
  const { page, complaints } = await world.open(view)
  await page.goto(world.daybook.url + path)
  await page.getByRole('heading', { level: 1 }).filter({ visible: true }).first().waitFor()
  await act?.(page)
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
  const file = join(guide, `${name}.png`)
  const wanted = process.env.DAYBOOK_PICTURES === '1'
  const picture = await page.screenshot({ path: wanted ? file : join(spare, `${name}.png`) })
  expect(picture.length).toBeGreaterThan(5000)
  expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([])
  await page.context().close()
})
