import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { plain, toMbox } from './support/make-mail.ts'
import { openWorld, type World } from './support/world.ts'

const MESSAGES = 8_000
/** How long thousands of messages may take on a machine that does much else, in milliseconds. */
const LONG = 90_000
let world: World
let page: Page
let folder: string
const archive = longArchive()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-archives-'))
  world = await openWorld()
  ;({ page } = await world.open())
  await page.goto(`${world.daybook.url}/import`)
}, 120_000)

afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** A file for the browser to read: megabytes through the driver take long on a busy machine. */
async function archiveAt(name: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, archive)
  return path
}

function longArchive(): Buffer {
  const text = 'A line that says little, again and again.\n'.repeat(40)
  const messages = Array.from({ length: MESSAGES }, (_, number) =>
    plain({
      id: `long-${number}`,
      from: 'Somebody <somebody@example.org>',
      subject: `Letter ${number}`,
      date: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
      text: `${number}\n${text}`,
    }),
  )
  return toMbox(messages)
}

const card = (name: string) => page.getByRole('article', { name: `Import ${name}` })
const counts = (name: string) => card(name).first().locator('dd').allTextContents()

it('shows a running import with a count, a bar and a way to stop it', async () => {
  await page.setInputFiles('#import-file', await archiveAt('long.mbox'))
  const bar = card('long.mbox').getByRole('progressbar')
  await bar.waitFor()
  await card('long.mbox').getByText('Running').waitFor()
  expect(await bar.getAttribute('aria-valuetext')).toMatch(/ of /)
  await card('long.mbox').getByRole('button', { name: 'Cancel' }).click()
  await card('long.mbox').getByText('Stopped').waitFor()
  const [seen] = await counts('long.mbox')
  expect(Number(seen!.replace(',', ''))).toBeLessThan(MESSAGES)
})

it('goes on where it stopped and brings every message once', { timeout: 2 * LONG }, async () => {
  await card('long.mbox').getByRole('button', { name: 'Go on' }).click()
  await card('long.mbox').getByText('Done').waitFor({ timeout: LONG })
  expect(await counts('long.mbox')).toEqual(['8,000', '8,000', '0', '0'])
  await page.getByRole('navigation', { name: 'Places', exact: true }).getByText('8k').waitFor()
})

it('takes a file that is dropped, and stores nothing twice', { timeout: 2 * LONG }, async () => {
  const dropped = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text!], name!))
      return transfer
    },
    ['again.mbox', archive.toString()],
  )
  await page.getByText('Drop mail files here').dispatchEvent('drop', { dataTransfer: dropped })
  await card('again.mbox').getByText('Done').waitFor({ timeout: LONG })
  expect(await counts('again.mbox')).toEqual(['8,000', '0', '8,000', '0'])
})

it('says why a file could not be imported', async () => {
  await page.setInputFiles('#import-file', {
    name: 'shopping.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('milk\nbread\n'),
  })
  await card('shopping.txt').getByText('Failed').waitFor()
  expect(await card('shopping.txt').getByRole('alert').textContent()).toMatch(/mail/)
})

it('says why an upload was refused, and tries again', async () => {
  const failure = {
    code: 'disk-full',
    detail: 'The disk is full, nothing was saved',
    remedy: 'Free some space and try again.',
    requestId: 'request-of-the-test',
  }
  await page.route('**/api/v1/uploads?*', (route) => route.fulfill({ status: 507, json: failure }), { times: 1 })
  await page.setInputFiles('#import-file', await archiveAt('third.mbox'))
  await page.getByText('third.mbox was not uploaded').waitFor()
  await page.getByText('Free some space and try again.').waitFor()
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await card('third.mbox').waitFor()
})
