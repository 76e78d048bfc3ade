import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { connectAccount } from './support/connect-account.ts'
import { openMailAccount, type MailAccount } from './support/mail-account.ts'
import { makeMbox, toMbox } from './support/make-mail.ts'
import { openWorld, type World } from './support/world.ts'

const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
const NOTES = '<script>document.title = "run"</script>\n07:15 Zoë takes the train\n'
/** A busy machine takes its time. */
const PATIENCE = { timeout: 10_000 }
let world: World
let account: MailAccount
let page: Page

beforeAll(async () => {
  account = await openMailAccount()
  world = await openWorld(Buffer.concat([makeMbox(), toMbox([withFiles()])]))
  await connectAccount(world, account)
  ;({ page } = await world.open())
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /Plans for the workshop/ }).click()
  await page.getByRole('link', { name: /photo\.png/ }).waitFor()
}, 120_000)

afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await account?.[Symbol.asyncDispose]()
})

const dialog = (name?: string) => page.getByRole('dialog', name ? { name } : {})
const action = (name: string) => page.getByRole('button', { name, exact: true })

it('draws a picture, and gives the focus back when it is closed', async () => {
  await action('Look at photo.png').focus()
  await page.keyboard.press('Enter')
  const picture = dialog('photo.png').getByRole('img', { name: 'photo.png' })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), PATIENCE).toBe(1)
  await dialog('photo.png').getByRole('link', { name: 'Download' }).waitFor()
  await page.keyboard.press('Escape')
  await dialog('photo.png').waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Look at photo.png')
})

it('writes out a text as it is, and runs nothing of it', async () => {
  const title = await page.title()
  await action('Look at notes.txt').click()
  await expect.poll(() => dialog('notes.txt').locator('pre').innerText(), PATIENCE).toBe(NOTES)
  expect(await page.title()).toBe(title)
  await page.keyboard.press('Escape')
})

it('offers what a browser would run, or cannot draw, as downloads alone', async () => {
  for (const name of ['drawing.svg', 'page.html', 'plan.pdf']) {
    const link = page.getByRole('link', { name: new RegExp(name.replace('.', '\\.')) })
    expect(await link.getAttribute('download')).toBe(name)
    expect(await action(`Look at ${name}`).count()).toBe(0)
  }
})

it('answers everybody but oneself, without the files', async () => {
  await action('Answer everybody').click()
  await dialog().getByRole('button', { name: 'Take out Ada Lovelace' }).waitFor()
  const people = await dialog()
    .getByRole('button', { name: /^Take out / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')))
  expect(people).toEqual(['Take out Ada Lovelace', 'Take out Grace Hopper', 'Take out Charles Babbage'])
  expect(await dialog().getByRole('list', { name: 'Attachments' }).count()).toBe(0)
  await page.keyboard.type('All of you: yes.')
  await page.keyboard.press('Control+Enter')
  const letter = await account.sent('Re: Plans for the workshop')
  expect(letter.to?.map(({ address }) => address)).toEqual(['ada@example.org', 'grace@example.org'])
  expect(letter.cc?.map(({ address }) => address)).toEqual(['charles@example.org'])
  expect(letter.text).toContain('All of you: yes.')
  expect(letter.attachments).toEqual([])
}, 60_000)

it('forwards with the files, but those that were taken out', async () => {
  // The answer stands in the thread too, and is newer.
  const card = page.getByRole('article', { name: /^From Ada Lovelace/ })
  await card.getByRole('button', { name: 'Forward this message' }).click()
  const files = dialog().getByRole('list', { name: 'Attachments' })
  await files.getByRole('link', { name: 'photo.png' }).waitFor()
  expect(await files.getByRole('listitem').count()).toBe(5)
  // However many go with it, there is room to write.
  const [writing, list] = await Promise.all([
    dialog().getByLabel('Text', { exact: true }).boundingBox(),
    files.boundingBox(),
  ])
  expect(writing!.height).toBeGreaterThan(140)
  expect(writing!.y + writing!.height).toBeLessThanOrEqual(list!.y)
  await files.getByRole('button', { name: 'Take out plan.pdf' }).click()
  await files.getByRole('link', { name: 'plan.pdf' }).waitFor({ state: 'detached' })
  await dialog().getByLabel('To', { exact: true }).fill('grace@example.org')
  await page.keyboard.press('Control+Enter')
  const letter = await account.sent('Fwd: Plans for the workshop')
  expect(letter.attachments.map(({ filename }) => filename)).toEqual([
    'photo.png',
    'notes.txt',
    'drawing.svg',
    'page.html',
  ])
  const notes = letter.attachments[1]!.content as ArrayBuffer
  expect(new TextDecoder().decode(notes)).toBe(NOTES)
}, 60_000)

function withFiles(): string {
  const files: [name: string, type: string, content: string][] = [
    ['photo.png', 'image/png', PICTURE],
    ['notes.txt', 'text/plain; charset=utf-8', base64(NOTES)],
    ['drawing.svg', 'image/svg+xml', base64('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['page.html', 'text/html', base64('<script>alert(1)</script>')],
    ['plan.pdf', 'application/pdf', base64('%PDF-1.4 a plan\n')],
  ]
  return [
    'Message-ID: <workshop@example.org>',
    'From: Ada Lovelace <ada@example.org>',
    'To: Alice Example <alice@example.test>, Grace Hopper <grace@example.org>',
    'Cc: Charles Babbage <charles@example.org>',
    'Subject: Plans for the workshop',
    'Date: Wed, 18 Nov 2026 09:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="cut"',
    '',
    '--cut\nContent-Type: text/plain; charset=utf-8\n\nFive files.\n',
    ...files.map(
      ([name, type, content]) =>
        `--cut\nContent-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${content}\n`,
    ),
    '--cut--\n',
  ].join('\n')
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
