import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let complaints: string[]

beforeAll(async () => {
  world = await openWorld()
  ;({ page, complaints } = await world.open())
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /Lunch on Friday/ }).waitFor()
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const sheet = () => page.getByRole('dialog')
const text = () => sheet().getByLabel('Text', { exact: true })
const drafts = async () =>
  (await world.call('GET', '/drafts')).items as { id: string; subject: string; to: unknown[] }[]
const draftCalled = async (subject: string) => (await drafts()).find((draft) => draft.subject === subject)

it('writes a message by the keyboard alone; the server has it within a second or so', async () => {
  await page.keyboard.press('c')
  await sheet().getByLabel('To', { exact: true }).waitFor()
  await page.keyboard.type('joe')
  await page.getByRole('option', { name: /Joel Stanley/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('new@example.org,')
  await sheet().getByLabel('Subject').fill('A plan')
  await text().focus()
  await page.keyboard.type('Three trains,')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('one boat')
  await sheet().getByText('Saved as a draft').waitFor()
  const draft = await draftCalled('A plan')
  expect(await world.call('GET', `/drafts/${draft!.id}`)).toMatchObject({
    to: [
      { name: 'Joel Stanley', address: 'joel@example.org' },
      { name: '', address: 'new@example.org' },
    ],
    bodyHtml: expect.stringContaining('<b>one boat</b>'),
  })
})

it('closes by Escape, and goes on among the drafts where it was', async () => {
  await page.keyboard.press('Escape')
  await sheet().waitFor({ state: 'detached' })
  await page.getByText('Kept as a draft').waitFor()
  await page.getByRole('navigation', { name: 'Places of mail' }).getByRole('link', { name: 'Drafts' }).click()
  await page
    .getByRole('button', { name: /A plan/ })
    .first()
    .click()
  await expect.poll(() => text().innerText()).toContain('one boat')
  expect(
    await sheet()
      .getByRole('button', { name: /Take out/ })
      .count(),
  ).toBe(2)
})

it('takes files by the button, shows how far they are, and gives them back', async () => {
  await sheet()
    .getByLabel('Files to attach')
    .setInputFiles({
      name: 'times.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('07:15 09:40'),
    })
  await sheet().getByRole('link', { name: 'times.txt' }).waitFor()
  await text().click()
  await page.keyboard.type(' and a bus')
  await sheet().getByText('Saved as a draft').waitFor()
  await sheet().getByRole('button', { name: 'Take out times.txt' }).click()
  await sheet().getByRole('link', { name: 'times.txt' }).waitFor({ state: 'detached' })
})

it('takes a file that is dropped', async () => {
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['a picture'], 'map.png', { type: 'image/png' }))
    return transfer
  })
  await text().dispatchEvent('drop', { dataTransfer: dropped })
  await sheet().getByRole('link', { name: 'map.png' }).waitFor()
  await page.keyboard.press('Escape')
})

it('keeps what is written while the server is away, through a closed tab, and saves it when it is back', async () => {
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /Lunch on Friday/ }).waitFor()
  await page.keyboard.press('c')
  await sheet().getByLabel('Subject').fill('On a train')
  await sheet().getByText('Saved as a draft').waitFor()
  await page.route('**/api/v1/drafts**', (route) => route.abort())
  await text().fill('Written in a tunnel')
  await sheet().getByText('Kept in this browser').waitFor()
  // As if the letter had been left a while ago: younger ones may be another window's.
  await page.evaluate(() => {
    for (const name of Object.keys(localStorage).filter((key) => key.startsWith('daybook.letter.'))) {
      localStorage.setItem(
        name,
        JSON.stringify({ ...JSON.parse(localStorage.getItem(name)!), at: Date.now() - 60_000 }),
      )
    }
  })
  await page.unroute('**/api/v1/drafts**')
  await page.goto('about:blank')
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByText('A message was not saved when you left').waitFor()
  await page.getByRole('button', { name: 'Go on writing' }).click()
  await expect.poll(() => text().innerText()).toBe('Written in a tunnel')
  await sheet().getByText('Saved as a draft').waitFor()
  const found = (await drafts()).filter(({ subject }) => subject === 'On a train')
  expect(found).toHaveLength(1)
  expect((await world.call('GET', `/drafts/${found[0]!.id}`)).bodyText).toContain('tunnel')
  await page.keyboard.press('Escape')
})

it('offers both texts where another window wrote on the same draft', async () => {
  const { id, rev } = await world.call('POST', '/drafts', { subject: 'Two windows', bodyText: 'First words' })
  await page.goto(`${world.daybook.url}/inbox?place=drafts`)
  await page
    .getByRole('button', { name: /Two windows/ })
    .first()
    .click()
  await expect.poll(() => text().innerText()).toBe('First words')
  await world.call('PATCH', `/drafts/${id}`, { bodyText: 'Of the other window' })
  expect(rev).toBe(1)
  await text().fill('Of this window')
  await sheet().getByText('was changed in another window').waitFor()
  await sheet().getByText('What the other window wrote').click()
  await sheet().getByText('Of the other window').waitFor()
  await sheet().getByRole('button', { name: 'Keep both' }).click()
  await sheet().getByText('Saved as a draft').waitFor()
  const texts = await Promise.all(
    (await drafts())
      .filter(({ subject }) => subject === 'Two windows')
      .map(async (draft) => (await world.call('GET', `/drafts/${draft.id}`)).bodyText as string),
  )
  expect(texts.sort()).toEqual(['Of the other window', 'Of this window'])
  await page.keyboard.press('Escape')
})

it('answers by r with recipient, subject and quote, and leaves nothing behind when nothing was written', async () => {
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /Lunch on Friday/ }).click()
  await page.getByRole('heading', { name: 'Lunch on Friday?' }).waitFor()
  await page.getByRole('button', { name: 'Answer', exact: true }).waitFor()
  await page.keyboard.press('r')
  await sheet().getByRole('button', { name: 'Take out George Liu' }).waitFor()
  expect(await sheet().getByLabel('Subject').inputValue()).toBe('Re: Lunch on Friday?')
  expect(await text().innerText()).toContain('soup again')
  await expect.poll(async () => Boolean(await draftCalled('Re: Lunch on Friday?'))).toBe(true)
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Text')
  await page.keyboard.press('Escape')
  await expect.poll(async () => Boolean(await draftCalled('Re: Lunch on Friday?'))).toBe(false)
  await page.keyboard.press('f')
  await expect.poll(() => sheet().getByLabel('Subject').inputValue()).toMatch(/^Fwd?: Lunch on Friday/)
  await page.keyboard.press('Escape')
})

it('says that there is no account to send from, and keeps what was written', async () => {
  await page.goto(`${world.daybook.url}/inbox`)
  await page.getByRole('link', { name: /Lunch on Friday/ }).waitFor()
  await page.getByRole('button', { name: 'Write', exact: true }).click()
  await sheet().getByLabel('To', { exact: true }).fill('ada@example.org')
  await sheet().getByLabel('Subject').fill('Not yet')
  await page.keyboard.press('Control+Enter')
  await sheet().getByRole('alert').filter({ hasText: 'no account to send from' }).waitFor()
  await sheet().getByRole('button', { name: 'Throw away' }).click()
  await page.getByText('Thrown away').waitFor()
  await expect.poll(async () => Boolean(await draftCalled('Not yet'))).toBe(false)
})

it('complained about nothing but what was refused', () => {
  expect(complaints.filter((complaint) => !/Failed to load resource/.test(complaint))).toEqual([])
})
