import type { Page } from 'playwright-core'
import type { World } from './world.ts'

export const OWNER = { email: 'owner@example.test', password: 'kettle amber railway' }
export const GRACE = { name: 'Grace Hopper', email: 'grace@example.test', password: 'harbour violet candle' }

/** Gives the owner, who came by a link, a password; the session of the world ends with that. */
export async function giveOwnerPassword(world: World): Promise<void> {
  await world.call('PUT', '/auth/password', OWNER)
}

/** Invites Grace and makes her account with the invitation, through the API. */
export async function addGrace(world: World, role = 'member'): Promise<void> {
  const { link } = await world.call('POST', '/invitations', { email: GRACE.email, role })
  const response = await fetch(`${world.daybook.url}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: world.daybook.url },
    body: JSON.stringify({ ...GRACE, invitation: link.split('#')[1] }),
  })
  if (!response.ok) throw new Error(`Grace could not register: ${await response.text()}`)
}

/** A page of somebody who is not signed in. */
export async function openStranger(world: World): Promise<Page> {
  const { page } = await world.open({ cookies: [] })
  return page
}

/** Fills in the form of the sign-in page. */
export async function signInWith(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Signs out through the menu in the bar. */
export async function signOutOf(page: Page): Promise<void> {
  await page.getByRole('button', { name: /account and workspaces/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
}

/** Has one operation ask who is there, as it does ten minutes after the last proof; the second call goes through. */
export async function askToConfirm(page: Page, method: string, path: string): Promise<void> {
  let asked = false
  // The input of a DELETE is in its query.
  await page.route(new RegExp(`/api/v1${path.replace('*', '[^/?]+')}([?]|$)`), (route) => {
    if (asked || route.request().method() !== method) return route.fallback()
    asked = true
    return route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(confirmFirst) })
  })
}

const confirmFirst = {
  type: 'about:blank',
  title: 'Forbidden',
  status: 403,
  detail: 'Please confirm that it is you',
  code: 'reauthentication-required',
  kind: 'forbidden',
  retryable: false,
  requestId: 'request-of-the-test',
}
