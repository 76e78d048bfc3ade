import { expect, it } from 'vitest'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { invite } from '#modules/identity/contract.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { listNotices, type Notice } from '../../contract.ts'

const password = 'a long walk by the sea'

it('tells who invited that somebody joined, and the new person of a sign-in from another browser', async () => {
  await using app = await openAppOf(['identity', 'mail', 'notifications'])
  await app.call(updateSetting, { name: 'identity.registration', value: 'invited' })
  const { link } = await app.call(invite, { email: 'grace@example.org', role: 'member' })
  const invitation = link.split('#')[1]!
  await post(
    app,
    '/auth/register',
    { email: 'grace@example.org', name: 'Grace', password, invitation },
    'First browser',
  )
  await app.settle()
  expect((await app.call(listNotices, {})).items).toMatchObject([
    { kind: 'invitation', title: 'grace@example.org has joined', detail: 'Invited as member' },
  ])

  const again = await post(app, '/auth/login', { email: 'grace@example.org', password }, 'First browser')
  await app.settle()
  expect(await noticesOf(app, again)).toEqual([])
  await post(app, '/auth/login', { email: 'grace@example.org', password }, 'Strange browser')
  await app.settle()
  expect(await noticesOf(app, again)).toMatchObject([
    { kind: 'sign-in', title: 'New sign-in to your account', detail: 'Strange browser' },
  ])
})

/** Sends a form as a browser does; gives the cookie of the session it began. */
async function post(app: TestApp, path: string, body: object, userAgent: string): Promise<string> {
  const response = await app.fetch(`/api/v1${path}`, {
    method: 'POST',
    anonymous: true,
    headers: { 'content-type': 'application/json', origin: 'http://localhost', 'user-agent': userAgent },
    body: JSON.stringify(body),
  })
  expect(response.status, await response.clone().text()).toBe(200)
  return response.headers.get('set-cookie')!.split(';')[0]!
}

async function noticesOf(app: TestApp, cookie: string): Promise<Notice[]> {
  const response = await app.fetch('/api/v1/notifications', { anonymous: true, headers: { cookie } })
  return ((await response.json()) as { items: Notice[] }).items
}
