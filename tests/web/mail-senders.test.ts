import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { designed, makeMbox, plain, toMbox } from './support/make-mail.ts'
import { openWorld, type World } from './support/world.ts'

const SENDER = 'news@club.invalid'
/** A busy machine takes its time. */
const PATIENCE = { timeout: 10_000 }
let world: World
let page: Page
const asked: string[] = []

beforeAll(async () => {
  world = await openWorld(
    Buffer.concat([
      makeMbox(),
      toMbox([
        onList('one-click', [
          'List-Unsubscribe: <https://club.invalid/leave?who=owner>',
          'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
          'DKIM-Signature: v=1; a=rsa-sha256; d=club.invalid; h=From:List-Unsubscribe:List-Unsubscribe-Post; b=abc',
        ]),
        onList('by mail', ['List-Unsubscribe: <mailto:leave@club.invalid?subject=out&body=please>']),
        onList('on a page', ['List-Unsubscribe: <https://club.invalid/preferences>']),
        designed({
          id: 'pictures',
          from: `The Club <${SENDER}>`,
          subject: 'With a picture',
          date: '2026-11-18T08:00:00Z',
          html: '<h1>Look</h1><img src="https://club.invalid/open.png" alt="A view" width="40" height="30">',
        }),
      ]),
    ]),
  )
  ;({ page } = await world.open())
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${world.daybook.url}/inbox`)
  await row(/With a picture/).waitFor()
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const row = (name: RegExp) => page.getByRole('link', { name })
const message = () => page.getByRole('list', { name: 'Messages, oldest first' })
const button = (name: string | RegExp) => message().getByRole('button', { name })
const openThread = async (name: RegExp) => {
  await page.goto(`${world.daybook.url}/inbox`)
  await row(name).click()
  await message().waitFor()
}

it('asks a list by one click, says that it does, and how it went', async () => {
  await openThread(/A list, one-click/)
  await button('Unsubscribe').click()
  await page.getByText('Daybook asks the list to leave you out').waitFor()
  // There is no such host: it says so, and offers to try again.
  await message().getByText('The list did not answer as it should').waitFor({ timeout: 20_000 })
  await button('Unsubscribe').waitFor()
  expect(asked.filter((url) => url.includes('club.invalid'))).toEqual([])
}, 40_000)

it('writes the message that leaves a list, where that is its way', async () => {
  await openThread(/A list, by mail/)
  await button('Unsubscribe by a message').click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Take out leave@club.invalid' }).waitFor()
  expect(await sheet.getByLabel('Subject').inputValue()).toBe('out')
  expect(await sheet.getByLabel('Text', { exact: true }).innerText()).toBe('please')
  await sheet.getByRole('button', { name: 'Throw away' }).click()
})

it('leads to the page of a list that has nothing else, and tells its host', async () => {
  await openThread(/A list, on a page/)
  const link = message().getByRole('link', { name: 'Unsubscribe at club.invalid' })
  expect(await link.getAttribute('href')).toBe('https://club.invalid/preferences')
  expect(await link.getAttribute('rel')).toContain('noreferrer')
})

it('shows the pictures of a sender when told to, fetched by Daybook alone, and hides them again', async () => {
  await openThread(/With a picture/)
  const frame = message().locator('iframe')
  const sources = async () => {
    const document = await (await frame.elementHandle())!.contentFrame()
    return document!.locator('img').evaluateAll((images) => images.map((image) => image.getAttribute('src') ?? ''))
  }
  await message().getByText('Pictures from the internet are not loaded').waitFor()
  await message().frameLocator('iframe').getByText('Look').waitFor()
  expect((await sources()).join()).not.toMatch(/club\.invalid|\/api\//)
  await button(`Show those of ${SENDER}`).click()
  await message().getByText(`Pictures of ${SENDER} are shown`).waitFor()
  await expect.poll(async () => (await sources()).join(), PATIENCE).toContain('/api/v1/')
  expect((await world.call('GET', '/image-senders')).items).toMatchObject([{ sender: SENDER }])
  await button('Hide them').click()
  await button(`Show those of ${SENDER}`).waitFor()
  expect((await world.call('GET', '/image-senders')).items).toEqual([])
  expect(asked.filter((url) => new URL(url).origin !== world.daybook.url)).toEqual([])
})

it('blocks a sender, with a way back', async () => {
  await openThread(/With a picture/)
  await button(`Block ${SENDER}`).click()
  await page.getByText(`New mail of ${SENDER} goes to junk`).waitFor()
  expect((await world.call('GET', '/blocked-senders')).items).toMatchObject([{ sender: SENDER }])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await world.call('GET', '/blocked-senders')).items, PATIENCE).toEqual([])
})

function onList(way: string, headers: string[]): string {
  const letter = plain({
    id: way.replaceAll(' ', '-'),
    from: `The Club <${SENDER}>`,
    subject: `A list, ${way}`,
    date: '2026-11-18T07:00:00Z',
    text: 'News of the club.',
  })
  return `${headers.join('\n')}\n${letter}`
}
