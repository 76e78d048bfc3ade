import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConsentProvider, access, integrationStatus, listConnections } from '#modules/connections/contract.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { beginConsent, comeBack, connectBy } from './consenting.ts'
import { startProvider, type TestProvider } from './providers.ts'

describe.each(ConsentProvider.options)('an account at %s', (service) => {
  let provider: TestProvider
  let app: TestApp
  beforeEach(async () => {
    provider = await startProvider(service)
    app = await openAppOf(['identity', 'connections'], {
      registrations: { google: null, microsoft: null, [service]: provider.registration },
    })
  })
  afterEach(async () => {
    await app[Symbol.asyncDispose]()
    await provider[Symbol.asyncDispose]()
  })

  it('is connected by consent, with PKCE and a state, and logs in by a token', async () => {
    const url = new URL(await beginConsent(app, service))
    expect(url.searchParams.get('code_challenge_method')).toBe('S256')
    expect(url.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/)
    expect(url.searchParams.get('redirect_uri')).toBe('http://localhost/api/v1/integrations/callback')
    const back = await comeBack(app, await provider.consent(url.href))
    expect(back.value).toMatchObject({
      provider: service,
      address: 'ada@example.test',
      name: 'The ada',
      state: 'active',
    })
    expect(back.value.scopes.join(' ')).toMatch(service === 'google' ? /mail\.google\.com/ : /IMAP\.AccessAsUser/)
    expect(await app.takeEvents()).toEqual(['connections.added'])

    const of = { connectionId: back.value.id, userId: app.owner.id, workspaceId: app.owner.workspaceId }
    const opened = await app.daybook.kernel.services.modules.get(access, 'connections').open(of)
    const accessToken = provider.given.find((token) => token.startsWith(service))
    expect(opened.imap?.auth).toEqual({ user: 'ada@example.test', accessToken })
    expect(opened.smtp?.auth).toEqual({ user: 'ada@example.test', accessToken })
    expect(opened.gmail).toEqual(service === 'google' ? { accessToken, baseUrl: provider.registration.baseUrl } : null)
    expect(provider.refreshes()).toBe(0)
    expect((await app.call(integrationStatus, {})).items).toMatchObject([
      { id: back.value.id, hasRefreshToken: true, accessExpiresAt: expect.any(String) },
    ])
  })

  it('sends a browser on to the page of accounts', async () => {
    const html = { headers: { accept: 'text/html,*/*' } }
    const location = await provider.consent(await beginConsent(app, service))
    const back = await comeBack(app, location, html)
    const { items } = await app.call(listConnections, {})
    expect([back.status, back.headers.get('location')]).toEqual([303, `/settings/accounts?connected=${items[0]!.id}`])
    const again = await comeBack(app, location, html)
    expect(again.headers.get('location')).toBe('/settings/accounts?problem=consent-not-valid')
  })

  it('takes a state once, in time, from whoever began it, in their session alone', async () => {
    const used = await provider.consent(await beginConsent(app, service))
    expect((await comeBack(app, used)).status).toBe(200)
    expect((await comeBack(app, used)).value.code).toBe('consent-not-valid')

    const cookie = await signIn(app)
    const begun = await app.fetch('/api/v1/integrations/authorize', {
      method: 'POST',
      anonymous: true,
      headers: { cookie, origin: 'http://localhost', 'content-type': 'application/json' },
      body: JSON.stringify({ provider: service }),
    })
    const inSession = await provider.consent(((await begun.json()) as { url: string }).url)
    expect((await comeBack(app, inSession)).value.code).toBe('consent-not-valid')
    const other = { anonymous: true, headers: { cookie: await signIn(app) } }
    expect((await comeBack(app, inSession, other)).value.code).toBe('consent-not-valid')
    const nobody = await comeBack(app, inSession, { anonymous: true })
    expect(nobody.value.code).toBe('not-signed-in')
    expect((await comeBack(app, inSession, { anonymous: true, headers: { cookie } })).status).toBe(200)

    const made = new URL(used)
    made.searchParams.set('state', 'guessed')
    expect((await comeBack(app, made.href)).value.code).toBe('consent-not-valid')
  })

  it('is signed in to again by the same account alone', async () => {
    const { id } = await connectBy(app, service, provider)
    const url = await beginConsent(app, service, { connectionId: id })
    expect((await comeBack(app, await provider.consent(url, 'grace@example.test'))).value.code).toBe('other-account')
    const again = await connectBy(app, service, provider, { connectionId: id })
    expect([again.id, again.rev]).toEqual([id, 2])
    expect((await app.call(listConnections, {})).items).toHaveLength(1)
  })

  it('is not connected where its owner declined, or the provider fails', async () => {
    const state = new URL(await beginConsent(app, service)).searchParams.get('state')
    const declined = `http://localhost/api/v1/integrations/callback?state=${state}&error=access_denied`
    expect((await comeBack(app, declined)).value.code).toBe('consent-declined')
    const location = await provider.consent(await beginConsent(app, service))
    provider.shut = true
    expect((await comeBack(app, location)).value).toMatchObject({ code: 'provider-failed', retryable: true })
    expect((await app.call(listConnections, {})).items).toEqual([])
  })

  it('is revoked at the provider when it is removed, and nothing of its tokens stays', async () => {
    const { id } = await connectBy(app, service, provider)
    const refreshToken = provider.given.find((token) => token.includes(service === 'google' ? 'refresh' : 'r_'))
    expect((await app.fetch(`/api/v1/integrations/${id}/disconnect`, { method: 'POST' })).status).toBe(200)
    await app.settle()
    // Microsoft has no endpoint that takes a token back.
    expect(provider.revoked).toEqual(service === 'google' ? [refreshToken] : [])
    for (const table of ['connection', 'secret', 'revocation', 'directory']) {
      const rows = await app.daybook.database.read(async (transaction) =>
        transaction.all(`SELECT * FROM connections_${table}`),
      )
      expect(rows, table).toEqual([])
    }
  })
})

it('says that a provider is not configured', async () => {
  await using app = await openAppOf(['identity', 'connections'])
  await expect(beginConsent(app, 'google')).rejects.toThrow('provider-not-configured')
  const providers = await app.fetch('/api/v1/integrations/providers')
  expect(await providers.json()).toEqual({
    items: [
      { provider: 'google', configured: false },
      { provider: 'microsoft', configured: false },
    ],
  })
})

async function signIn(app: TestApp): Promise<string> {
  const response = await app.fetch('/api/v1/auth/link', {
    method: 'POST',
    anonymous: true,
    headers: { 'content-type': 'application/json', origin: 'http://localhost' },
    body: JSON.stringify({ secret: await app.daybook.createSignInSecret() }),
  })
  return response.headers.get('set-cookie')!.split(';')[0]!
}
