import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { askToConfirm, GRACE, openStranger, OWNER, signInWith, signOutOf } from './support/accounts.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let owner: Page
let grace: Page
let totp: TOTP
let recoveryCodes: string[]

beforeAll(async () => {
  vi.stubEnv('DAYBOOK_LIMIT_AUTH', '1000')
  world = await openWorld()
  await world.call('PUT', '/settings/identity.registration', { value: 'closed' })
  owner = (await world.open()).page
  grace = await openStranger(world)
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

const go = (page: Page, path: string) => page.goto(world.daybook.url + path)

it('gives the owner who came by a link an address and a password', async () => {
  await go(owner, '/settings/sign-in')
  await owner.getByLabel('E-mail address').fill(OWNER.email)
  await owner.getByRole('textbox', { name: 'Password', exact: true }).fill('password')
  await owner.getByRole('button', { name: 'Set the password' }).click()
  expect(await owner.getByRole('textbox', { name: 'Password', exact: true }).evaluate(isRefused)).toBe(true)
  await owner.getByRole('textbox', { name: 'Password', exact: true }).fill('password123')
  await owner.getByRole('button', { name: 'Set the password' }).click()
  await owner.getByText('Many people take this password').waitFor()
  await owner.getByRole('textbox', { name: 'Password', exact: true }).fill(OWNER.password)
  await owner.getByRole('button', { name: 'Set the password' }).click()
  await owner.getByRole('button', { name: 'Change the password' }).waitFor()
}, 60_000)

// What the browser itself holds back: too short a password is never sent.
function isRefused(input: HTMLElement | SVGElement): boolean {
  return !(input as HTMLInputElement).validity.valid
}

it('invites somebody, who makes an account and is in', async () => {
  await go(owner, '/settings/people')
  await owner.getByRole('button', { name: 'Let invited people in' }).click()
  await owner.getByText('Invited people can make an account now').waitFor()
  await owner.getByLabel('Address of somebody to invite').fill(GRACE.email)
  await owner.getByRole('button', { name: 'Invite' }).click()
  const link = await owner.getByLabel('The link of the invitation').inputValue()
  await owner.getByRole('listitem').filter({ hasText: GRACE.email }).getByText('open').waitFor()

  await grace.goto(link)
  await grace.getByRole('heading', { name: 'Owner invites you to My workspace' }).waitFor()
  expect(grace.url()).not.toContain('#')
  await grace.getByLabel('Your name').fill(GRACE.name)
  await grace.getByRole('textbox', { name: 'Password', exact: true }).fill(GRACE.password)
  await grace.getByRole('button', { name: 'Make my account' }).click()
  await grace.waitForURL('**/today')

  await owner.getByRole('listitem').filter({ hasText: GRACE.name }).first().waitFor()
  const worn = await openStranger(world)
  await worn.goto(link)
  await worn.getByRole('heading', { name: 'This invitation cannot be opened' }).waitFor()
  await worn.context().close()
}, 60_000)

it('signs out, and in again by password; a wrong one is told kindly', async () => {
  await signOutOf(grace)
  await signInWith(grace, { ...GRACE, password: 'not this one' })
  await grace.getByText('Address or password is not right').waitFor()
  await signInWith(grace, GRACE)
  await grace.waitForURL('**/today')
}, 60_000)

it('sets up an authenticator and shows its recovery codes once', async () => {
  await go(grace, '/settings/sign-in')
  await grace.getByRole('button', { name: 'Set it up' }).click()
  await grace.getByRole('img', { name: /QR code/ }).waitFor()
  const secret = await grace.locator('code').innerText()
  totp = new TOTP({ secret: secret.replaceAll(' ', '') })
  await grace.getByLabel('Code', { exact: true }).fill('000000')
  await grace.getByRole('button', { name: 'Turn it on' }).click()
  await grace.getByText('That code is not right').waitFor()
  await grace.getByLabel('Code', { exact: true }).fill(totp.generate())
  await grace.getByRole('button', { name: 'Turn it on' }).click()
  await grace.getByText('Keep these recovery codes').waitFor()
  recoveryCodes = await grace.locator('.font-mono li').allInnerTexts()
  expect(recoveryCodes.length).toBeGreaterThanOrEqual(8)
  await grace.getByRole('button', { name: 'I have kept them' }).click()
  await grace.getByText(`${recoveryCodes.length} recovery codes left`).waitFor()
}, 60_000)

it('asks for the second step, and leads to the page one wanted', async () => {
  await signOutOf(grace)
  await go(grace, '/settings/tokens')
  await grace.waitForURL('**/sign-in?to=*')
  await signInWith(grace, GRACE)
  // The code of this half minute is used up; the clock of a phone may be ahead.
  await grace.getByLabel('Code of your authenticator').fill(totp.generate({ timestamp: Date.now() + 30_000 }))
  await grace.getByRole('button', { name: 'Go on' }).click()
  await grace.waitForURL('**/settings/tokens')

  await signOutOf(grace)
  await signInWith(grace, GRACE)
  await grace.getByRole('button', { name: 'Use a recovery code' }).click()
  await grace.getByLabel('Recovery code').fill(recoveryCodes[0]!)
  await grace.getByRole('button', { name: 'Go on' }).click()
  await grace.waitForURL('**/today')
}, 60_000)

it('changes a role, and takes it back by the toast', async () => {
  await go(owner, '/settings/people')
  const role = owner.getByLabel(`Role of ${GRACE.name}`)
  await role.selectOption('admin')
  await owner.getByText(`${GRACE.name} is admin now`).waitFor()
  await owner.getByRole('button', { name: /Undo/ }).click()
  await owner.getByText(`${GRACE.name} is member now`).waitFor()
  await role.selectOption('admin')
  await go(grace, '/settings/people')
  await grace.getByLabel('Address of somebody to invite').waitFor()
}, 60_000)

it('makes a token that does what was chosen and no more, and revokes it', async () => {
  await go(grace, '/settings/tokens')
  await grace.getByLabel('Name of a new token').fill('Task reader')
  await grace.getByLabel('Only what I choose').check()
  await grace.getByLabel(/^read tasks/).check()
  await grace.getByRole('button', { name: 'Make a token' }).click()
  const token = await grace.getByLabel('The new token').inputValue()
  const call = (method: string, path: string, body?: string) =>
    fetch(`${world.daybook.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body }),
    })
  expect((await call('GET', '/tasks')).status).toBe(200)
  expect((await call('POST', '/tasks', '{"title":"No"}')).status).toBe(403)
  expect((await call('GET', '/threads')).status).toBe(403)

  await grace.getByRole('button', { name: 'I have kept it' }).click()
  const row = grace.getByRole('listitem').filter({ hasText: 'Task reader' })
  expect(await row.innerText()).toContain('reads tasks')
  await row.getByRole('button', { name: 'Revoke' }).click()
  await grace.getByText('The token Task reader is revoked').waitFor()
  expect((await call('GET', '/tasks')).status).toBe(401)
}, 60_000)

it('ends a session of another browser, which is out at once', async () => {
  const other = await openStranger(world)
  await go(other, '/sign-in')
  await signInWith(other, GRACE)
  await other.getByRole('button', { name: 'Use a recovery code' }).click()
  await other.getByLabel('Recovery code').fill(recoveryCodes[1]!)
  await other.getByRole('button', { name: 'Go on' }).click()
  await other.waitForURL('**/today')
  await go(grace, '/settings/sessions')
  await grace.getByText('This one').waitFor()
  await grace.getByRole('button', { name: 'End all others' }).click()
  await grace.getByText('1 session ended').waitFor()
  await go(other, '/tasks')
  await other.getByRole('heading', { name: 'Sign in' }).waitFor()
  await other.context().close()
}, 60_000)

it('makes a workspace, goes there, and deletes it after asking who is there and for its name', async () => {
  await go(owner, '/settings/workspace')
  await owner.getByLabel('Name of a new workspace').fill('Garden club')
  await owner.getByRole('button', { name: 'Make it' }).click()
  await owner.getByRole('button', { name: 'Open Garden club' }).click()
  await owner.waitForURL('**/today')
  await askToConfirm(owner, 'DELETE', '/workspace')
  await owner.getByRole('button', { name: /in Garden club/ }).waitFor()
  await go(owner, '/settings/workspace')
  await owner.getByRole('button', { name: 'Delete', exact: true }).click()
  await owner.getByLabel('Type “Garden club” to go on').fill('Garden club')
  await owner.getByRole('button', { name: 'Delete the workspace' }).click()
  await owner.getByRole('dialog', { name: 'Confirm that it is you' }).waitFor()
  await owner.getByRole('textbox', { name: 'Password', exact: true }).fill(OWNER.password)
  await owner.getByRole('button', { name: 'Confirm', exact: true }).click()
  await owner.waitForURL('**/today')
  await go(owner, '/settings/workspace')
  await owner.getByRole('button', { name: 'Restore Garden club' }).click()
  await owner.getByText('Garden club is back').waitFor()
}, 60_000)

it('removes a member after her name was typed', async () => {
  await go(owner, '/settings/people')
  await owner.getByRole('button', { name: `Remove ${GRACE.name}` }).click()
  const confirm = owner.getByRole('button', { name: 'Remove', exact: true })
  expect(await confirm.isDisabled()).toBe(true)
  await owner.getByLabel(`Type “${GRACE.name}” to go on`).fill(GRACE.name)
  await confirm.click()
  await owner.getByText(`${GRACE.name} is no member any more`).waitFor()
}, 60_000)
