import { expect, it } from 'vitest'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { startProvider } from './providers.ts'

it('goes the whole way of an account by the names that desktop programs know', async () => {
  await using provider = await startProvider('google')
  await using app = await openAppOf(['identity', 'connections'], {
    registrations: { google: provider.registration, microsoft: null },
  })
  const { url } = await run(app, 'start_authorization', { provider: 'google' })
  const back = new URL(await provider.consent(url))
  const { id } = await run(app, 'complete_authorization', Object.fromEntries(back.searchParams))
  expect(await run(app, 'get_user_info', { id })).toMatchObject({ address: 'ada@example.test', name: 'The ada' })
  const tokens = await run(app, 'get_account_tokens', {})
  expect(tokens.items).toMatchObject([{ id, state: 'active', hasRefreshToken: true }])
  for (const token of provider.given) expect(JSON.stringify(tokens)).not.toContain(token)
  expect(await run(app, 'validate_and_refresh_tokens', { id })).toMatchObject({ valid: true })
  expect(await run(app, 'remove_account', { id })).toEqual({})
  expect(await run(app, 'get_account_tokens', {})).toEqual({ items: [] })
})

it('takes a token that a desktop program got by itself, tries it, and never tells it again', async () => {
  await using provider = await startProvider('google')
  const registrations = { google: provider.registration, microsoft: null }
  await using first = await openAppOf(['identity', 'connections'], { registrations })
  const { url } = await run(first, 'start_gmail_oauth_with_callback', {})
  const back = new URL(await provider.consent(url))
  await run(first, 'complete_authorization', Object.fromEntries(back.searchParams))
  const refreshToken = provider.given.find((token) => /refresh/.test(token)) ?? provider.given.at(-1)!

  await using app = await openAppOf(['identity', 'connections'], { registrations })
  const account = await run(app, 'store_account_tokens', { refreshToken })
  expect(account).toMatchObject({ provider: 'google', address: 'ada@example.test', state: 'active' })
  expect(JSON.stringify(account)).not.toContain(refreshToken)
  expect(provider.refreshes()).toBe(1)
  expect(await run(app, 'validate_and_refresh_tokens', { id: account.id })).toMatchObject({ valid: true })
  // The same account again is the same account.
  expect((await run(app, 'store_account_tokens', { refreshToken, connectionId: account.id })).id).toBe(account.id)
  expect(await refusal(app, 'store_account_tokens', { refreshToken: 'made-up' })).toMatch(
    /token-refused|provider-failed/,
  )
  expect((await run(app, 'get_account_tokens', {})).items).toHaveLength(1)
})

async function refusal(app: TestApp, name: string, input: object): Promise<string> {
  const response = await app.fetch(`/api/commands/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  expect(response.ok).toBe(false)
  return ((await response.json()) as { code: string }).code
}

async function run(app: TestApp, name: string, input: object): Promise<any> {
  const response = await app.fetch(`/api/commands/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  const value = await response.json()
  expect(response.status, `${name}: ${JSON.stringify(value)}`).toBe(200)
  return value
}
