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
