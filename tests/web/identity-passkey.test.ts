import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { askToConfirm, giveOwnerPassword, OWNER, signInWith, signOutOf } from './support/accounts.ts'
import { openWorld, type World } from './support/world.ts'

let world: World
let page: Page
let address: string

beforeAll(async () => {
  vi.stubEnv('DAYBOOK_LIMIT_AUTH', '1000')
  world = await openWorld()
  await giveOwnerPassword(world)
  // Passkeys belong to a name: this machine's own.
  address = world.daybook.url.replace('127.0.0.1', 'localhost')
  page = (await world.open({ cookies: [] })).page
  await addAuthenticator(page)
  // Its person would take the passkey that the address field offers at once, and no button would be left to press.
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false
  })
}, 120_000)

afterAll(() => world?.[Symbol.asyncDispose]())

/** The browser's own virtual authenticator, whose person is always there and willing. */
async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

it('says at an address of numbers where passkeys work', async () => {
  const { page: numbered } = await world.open({ cookies: [] })
  await numbered.goto(`${world.daybook.url}/settings/sign-in`)
  await signInWith(numbered, OWNER)
  const link = numbered.getByRole('link', { name: address })
  expect(await link.getAttribute('href')).toBe(`${address}/settings/sign-in`)
  expect(await numbered.getByRole('button', { name: 'Add a passkey of this device' }).count()).toBe(0)
  await numbered.context().close()
}, 60_000)

it('adds a passkey, renames it and signs in with it', async () => {
  await page.goto(`${address}/settings/sign-in`)
  await signInWith(page, OWNER)
  await page.waitForURL('**/settings/sign-in')
  await page.getByRole('button', { name: 'Add a passkey of this device' }).click()
  await page.getByText('The passkey Chromium on Linux is added').waitFor()
  await page.getByRole('button', { name: 'Rename Chromium on Linux' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Laptop')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Rename Laptop' }).waitFor()

  await signOutOf(page)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL('**/today')
}, 60_000)

it('confirms with the passkey who is there, and what was wanted goes on by itself', async () => {
  await page.goto(`${address}/settings/sign-in`)
  await askToConfirm(page, 'DELETE', '/auth/passkeys/*')
  await page.getByRole('button', { name: 'Delete Laptop' }).click()
  await page.getByLabel('Type “Laptop” to go on').fill('Laptop')
  await page.getByRole('button', { name: 'Delete the passkey' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await dialog.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByText('The passkey Laptop is deleted').waitFor()
  await page.getByText('There is no passkey yet').waitFor()
}, 60_000)
