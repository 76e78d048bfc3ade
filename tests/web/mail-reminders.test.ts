import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { connectAccount } from './support/connect-account.ts'
import { openMailAccount, type MailAccount } from './support/mail-account.ts'
import { plain } from './support/make-mail.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let account: MailAccount
let page: Page

beforeAll(async () => {
  account = await openMailAccount()
  world = await openWorld()
  await connectAccount(world, account)
  await world.call('PUT', '/settings/mail.undo-seconds', { value: 0 })
  const to = [{ name: 'Ada', address: 'ada@example.org' }]
  const draft = await world.call('POST', '/drafts', { subject: 'May I ask', to, bodyText: 'When do you come?' })
  await world.call('POST', `/drafts/${draft.id}/send`, {})
  await account.sent('May I ask')
  ;({ page } = await world.open())
}, 120_000)

afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await account?.[Symbol.asyncDispose]()
})

interface Reminder {
  state: string
  subject: string
  note: string | null
}
const reminders = async (state: string) => (await world.call('GET', `/reminders?state=${state}`)).items as Reminder[]
const strip = () => page.getByRole('region', { name: 'Reminder' })

it('sets a reminder where one wrote last, with a note, and takes it back', async () => {
  await page.goto(`${world.daybook.url}/inbox?place=sent`)
  await page.getByRole('link', { name: /May I ask/ }).click()
  await strip().getByRole('button', { name: 'Remind me if nobody answers' }).click()
  await page.getByLabel('Note, if you like').fill('Call them')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: /In a week/ }).click()
  await strip().getByText('if nobody answers: Call them').waitFor()
  expect(await reminders('waiting')).toMatchObject([{ subject: 'May I ask', note: 'Call them' }])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await strip().getByText('You wrote last.').waitFor()
  expect(await reminders('waiting')).toEqual([])
})

it('is set by the keyboard alone, and stands among the reminders', async () => {
  await strip().getByRole('button', { name: 'Remind me if nobody answers' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Note, if you like').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await strip().getByText('Back on top on').waitFor()
  await page
    .getByRole('navigation', { name: 'Places of mail' })
    .getByRole('link', { name: 'Reminders' })
    .filter({ visible: true })
    .click()
  await page.getByRole('list', { name: 'Reminders that wait' }).getByRole('link', { name: 'May I ask' }).waitFor()
})

it('is cancelled among the reminders, and that is taken back', async () => {
  await page.getByRole('button', { name: 'Cancel the reminder of May I ask' }).click()
  await page.getByText('No mail of yours waits for an answer.').waitFor()
  await page.getByText('Lately').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByRole('list', { name: 'Reminders that wait' }).getByRole('link', { name: 'May I ask' }).click()
  await strip().getByText('Back on top on').waitFor()
})

it('ends when somebody answers, and is not offered where somebody else wrote last', async () => {
  const sent = await account.sent('May I ask')
  await account.imap.deliver(
    plain({
      id: 'answer',
      from: 'Ada Lovelace <ada@example.org>',
      subject: 'Re: May I ask',
      date: new Date(Date.now() + 1000).toISOString(),
      text: 'On Monday.',
    }).replace('MIME-Version', `In-Reply-To: ${sent.messageId}\nReferences: ${sent.messageId}\nMIME-Version`),
  )
  await strip().waitFor({ state: 'detached', timeout: 20_000 })
  await page.getByText('On Monday.').last().waitFor()
  expect(await reminders('answered')).toMatchObject([{ subject: 'May I ask' }])
  expect(await reminders('waiting')).toEqual([])
}, 40_000)
