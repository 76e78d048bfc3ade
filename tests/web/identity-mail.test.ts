import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { giveOwnerPassword, openStranger, OWNER, signInWith } from './support/accounts.ts'
import { freePort, openMailCatcher, type MailCatcher } from './support/mail-catcher.ts'
import { openWorld, type World } from './support/world.ts'

const NEW_PASSWORD = 'lantern meadow oyster'
const ADA = { name: 'Ada Lovelace', email: 'ada@example.test', password: 'velvet compass orchard' }
let mail: MailCatcher
let world: World

beforeAll(async () => {
  mail = await openMailCatcher()
  vi.stubEnv('DAYBOOK_LIMIT_AUTH', '1000')
  vi.stubEnv('DAYBOOK_SMTP_URL', mail.url)
  // Links in mail need an address that is known before the start.
  const port = String(await freePort())
  vi.stubEnv('DAYBOOK_PORT', port)
  vi.stubEnv('DAYBOOK_URL', `http://127.0.0.1:${port}`)
  vi.stubEnv('DAYBOOK_MAIL_FROM', 'Daybook <daybook@example.test>')
  world = await openWorld()
  await world.call('PUT', '/settings/identity.registration', { value: 'open' })
  await giveOwnerPassword(world)
}, 120_000)

afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await mail?.[Symbol.asyncDispose]()
})

it('verifies an address by the link that came', async () => {
  const page = await openStranger(world)
  await page.goto(`${world.daybook.url}/settings/account`)
  await signInWith(page, OWNER)
  await page.getByText('not verified').waitFor()
  await page.goto(await mail.linkTo(OWNER.email))
  await page.getByRole('heading', { name: 'Your address is verified' }).waitFor()
  expect(page.url()).not.toContain('#')
  await page.goto(`${world.daybook.url}/settings/account`)
  await page.getByText('verified', { exact: true }).waitFor()
  await page.context().close()
}, 60_000)

it('leads from a forgotten password to a new one by mail, and the link is worn then', async () => {
  const page = await openStranger(world)
  await page.goto(`${world.daybook.url}/sign-in`)
  await page.getByRole('link', { name: 'Forgotten your password?' }).click()
  await page.getByLabel('E-mail address').fill(OWNER.email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()

  const link = await mail.linkTo(OWNER.email)
  // Only a new document reads the fragment.
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByRole('heading', { name: 'Your password is changed' }).waitFor()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await signInWith(page, { ...OWNER, password: NEW_PASSWORD })
  await page.waitForURL('**/today')

  // Only a new document reads the fragment.
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByLabel('New password').fill('another meadow lantern')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByRole('heading', { name: 'This link has done its work' }).waitFor()
  await page.context().close()
}, 60_000)

it('registers where anybody may: a mail, its link, an account', async () => {
  const page = await openStranger(world)
  await page.goto(`${world.daybook.url}/sign-in`)
  await page.getByRole('link', { name: 'Make an account' }).click()
  await page.getByLabel('E-mail address').fill(ADA.email)
  await page.getByLabel('Your name').fill(ADA.name)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(ADA.password)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
  await page.goto(await mail.linkTo(ADA.email))
  await page.getByRole('heading', { name: 'Your address is verified' }).waitFor()
  await page.goto(`${world.daybook.url}/sign-in`)
  await signInWith(page, ADA)
  await page.getByRole('button', { name: /Ada Lovelace in / }).waitFor()
  await page.context().close()
}, 60_000)
