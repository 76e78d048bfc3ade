import { createHmac } from 'node:crypto'
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type JSONWebKeySet,
} from 'jose'
import { describe, expect, it } from 'vitest'
import { systemActor } from '#kernel/actor.ts'
import { rotateRefresh } from '#modules/identity/server/internal-clients.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { EMAIL, openBrowser, openWithPassword, PASSWORD } from './browser.ts'

interface Pair {
  accessToken: string
  refreshToken: string
  sessionId: string
}

async function issue(app: TestApp, scopes = ['read', 'write']): Promise<Pair> {
  const { status, body } = await openBrowser(app).send('POST', '/auth/tokens', {
    client: 'A script',
    email: EMAIL,
    password: PASSWORD,
    scopes,
  })
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

const refresh = (app: TestApp, refreshToken: string, headers: Record<string, string> = {}) =>
  openBrowser(app).send('POST', '/auth/refresh', { refreshToken }, headers)
const me = async (app: TestApp, token: string) =>
  (await openBrowser(app).send('GET', '/auth/me', undefined, { authorization: `Bearer ${token}` })).status

describe('an API client', () => {
  it('gets a token that the published keys verify, for ten minutes at most', async () => {
    await using app = await openAppOf(['identity'])
    await openWithPassword(app)
    const { accessToken, sessionId } = await issue(app, ['read'])
    expect(await me(app, accessToken)).toBe(200)

    const keys = (await (await app.fetch('/.well-known/jwks.json', { anonymous: true })).json()) as JSONWebKeySet
    expect(await (await app.fetch('/api/v1/auth/jwks', { anonymous: true })).json()).toEqual(keys)
    expect(Object.keys(keys.keys[0]!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
    const { payload } = await jwtVerify(accessToken, createLocalJWKSet(keys), { audience: 'daybook-api' })
    expect(payload).toMatchObject({ sid: sessionId, sub: app.owner.id, scope: 'read' })
    expect(payload.exp! - payload.iat!).toBeLessThanOrEqual(600)
    expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' })
  })

  it('does what its scopes allow and no more', async () => {
    await using app = await openAppOf(['identity'])
    await openWithPassword(app)
    const { accessToken } = await issue(app, ['read'])
    const write = await openBrowser(app).send(
      'PATCH',
      '/auth/profile',
      { name: 'Eve' },
      { authorization: `Bearer ${accessToken}` },
    )
    expect([write.status, write.body.code]).toEqual([403, 'not-allowed'])
  })

  it('can neither change how its person signs in nor make another client', async () => {
    await using app = await openAppOf(['identity'])
    await openWithPassword(app)
    const { accessToken } = await issue(app)
    const headers = { authorization: `Bearer ${accessToken}` }
    const browser = openBrowser(app)
    const change = { currentPassword: PASSWORD, password: 'another long passphrase' }
    expect((await browser.send('POST', '/auth/password', change, headers)).body.code).toBe('reauthentication-required')
    expect((await browser.send('POST', '/auth/totp', {}, headers)).body.code).toBe('reauthentication-required')
    expect((await browser.send('POST', '/auth/tokens', { client: 'x' }, headers)).body.code).toBe('not-allowed')
  })

  it('is nobody with a token of another key, algorithm, issuer, audience, type or time', async () => {
    let now = Date.now()
    await using app = await openAppOf(['identity'], { clock: () => now })
    await openWithPassword(app)
    const { accessToken } = await issue(app)
    const claims = decodeJwt(accessToken)
    const header = decodeProtectedHeader(accessToken) as { alg: string; kid: string; typ: string }
    const { keys } = (await openBrowser(app).send('GET', '/auth/jwks')).body
    const [head, body, signature] = accessToken.split('.') as [string, string, string]
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

    const forged = [
      `${encode({ ...header, alg: 'none' })}.${body}.`,
      `${encode({ ...header, alg: 'none' })}.${body}.${signature}`,
      `${head}.${encode({ ...claims, scope: 'read write admin' })}.${signature}`,
      `${head}.${body}.${signature.slice(0, -4)}AAAA`,
      `${head}.${body}.`,
      // The public key as the secret of a MAC: the oldest confusion there is.
      ...[keys[0].x, JSON.stringify(keys[0])].map((secret: string) => {
        const text = `${encode({ ...header, alg: 'HS256' })}.${body}`
        return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
      }),
    ]
    const stranger = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    const sign = (change: object, with_: object = {}) =>
      new SignJWT({ ...claims, ...change }).setProtectedHeader({ ...header, ...with_ }).sign(stranger.privateKey)
    forged.push(
      await sign({}),
      await sign({}, { kid: 'nobody' }),
      await sign({}, { jwk: await exportJWK(stranger.publicKey) }),
    )
    for (const token of forged) expect(await me(app, token), token).toBe(401)

    expect(await me(app, accessToken)).toBe(200)
    now += 10 * 60_000 + 1000
    expect(await me(app, accessToken)).toBe(401)
  })

  it('is signed out on its next request when its session is revoked', async () => {
    await using app = await openAppOf(['identity'])
    const owner = await openWithPassword(app)
    const { accessToken, refreshToken, sessionId } = await issue(app)
    const { items } = (await owner.send('GET', '/auth/sessions')).body
    expect(items.map(({ kind, userAgent }: any) => [kind, userAgent])).toContainEqual(['client', 'A script'])
    expect((await owner.send('DELETE', `/auth/sessions/${sessionId}`)).status).toBe(200)
    expect(await me(app, accessToken)).toBe(401)
    expect((await refresh(app, refreshToken)).body.code).toBe('refresh-not-valid')
  })

  it('ends its own session with its refresh token, known or not', async () => {
    await using app = await openAppOf(['identity'])
    await openWithPassword(app)
    const { accessToken, refreshToken } = await issue(app)
    const revoke = (token: string) => openBrowser(app).send('POST', '/auth/refresh/revoke', { refreshToken: token })
    expect((await revoke('daybook_ref_nobody')).status).toBe(200)
    expect((await revoke(refreshToken)).status).toBe(200)
    expect(await me(app, accessToken)).toBe(401)
  })

  it('goes on with its tokens while keys are rotated', async () => {
    let now = Date.now()
    await using app = await openAppOf(['identity'], { clock: () => now })
    await openWithPassword(app)
    const { accessToken } = await issue(app)
    const rotated = await app.fetch('/api/v1/auth/keys/rotate', { method: 'POST' })
    const { kid } = (await rotated.json()) as { kid: string }
    expect(decodeProtectedHeader(accessToken).kid).not.toBe(kid)
    expect(await me(app, accessToken)).toBe(200)
    const next = await issue(app)
    expect(decodeProtectedHeader(next.accessToken).kid).toBe(kid)
    expect((await openBrowser(app).send('GET', '/auth/jwks')).body.keys).toHaveLength(2)
    now += 10 * 60_000
    expect((await openBrowser(app).send('GET', '/auth/jwks')).body.keys).toHaveLength(1)
  })
})

describe('a refresh token', () => {
  it('is good once, and gets a pair that works', async () => {
    await using app = await openAppOf(['identity'])
    await openWithPassword(app)
    const first = await issue(app)
    const second = await refresh(app, first.refreshToken)
    expect(second.body.refreshToken).not.toBe(first.refreshToken)
    expect(await me(app, second.body.accessToken)).toBe(200)
    expect((await refresh(app, second.body.refreshToken)).status).toBe(200)
  })

  it('that a thousand requests bring at once signs nobody out, and all get tokens that work', async () => {
    await using app = await openAppOf(['identity'])
    await openWithPassword(app)
    const first = await issue(app)
    const answers = await Promise.all(Array.from({ length: 1000 }, () => refresh(app, first.refreshToken)))
    expect(answers.filter(({ status }) => status !== 200).map(({ body }) => body)).toEqual([])
    expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1)
    expect(await me(app, answers.at(-1)!.body.accessToken)).toBe(200)
    expect((await refresh(app, answers[500]!.body.refreshToken)).status).toBe(200)
    expect(await app.takeEvents()).not.toContain('identity.refresh-reused')
  })

  it('is exchanged once by the database itself, however many processes ask', async () => {
    await using app = await openAppOf(['identity'])
    await openWithPassword(app)
    const { refreshToken } = await issue(app)
    const { kernel, owner, database } = app.daybook
    const actor = systemActor('identity', owner.workspaceId, owner.id)
    const rotate = () => kernel.callAs(actor, rotateRefresh, { refreshToken, client: 'A browser' })
    const answers = (await Promise.all(Array.from({ length: 100 }, rotate))) as { session: Pair | null }[]
    expect(new Set(answers.map(({ session }) => session?.refreshToken)).size).toBe(1)
    const rows = await database.read(async (transaction) => transaction.all('SELECT used_at FROM identity_refresh'))
    expect(rows.map(({ used_at }) => used_at === null).sort()).toEqual([false, true])
  })

  it('that comes back after the grace ends its whole family, and says so', async () => {
    let now = Date.now()
    await using app = await openAppOf(['identity'], { clock: () => now })
    await openWithPassword(app)
    const first = await issue(app)
    const second = (await refresh(app, first.refreshToken)).body as Pair
    now += 29_000
    expect((await refresh(app, first.refreshToken)).body.refreshToken).toBe(second.refreshToken)
    now += 2_000
    await app.takeEvents()
    expect((await refresh(app, first.refreshToken)).body.code).toBe('refresh-not-valid')
    expect(await app.takeEvents()).toEqual(['identity.refresh-reused', 'identity.session-ended'])
    expect((await refresh(app, second.refreshToken)).body.code).toBe('refresh-not-valid')
    expect(await me(app, second.accessToken)).toBe(401)
    const { items } = (await (await app.fetch('/api/v1/audit?operation=identity.rotate-refresh')).json()) as {
      items: { actorId: string; outcome: string }[]
    }
    expect(items[0]).toMatchObject({ actorId: 'system:identity', outcome: 'ok' })
  })

  it('that another client brings within the grace ends the family as well', async () => {
    await using app = await openAppOf(['identity'])
    await openWithPassword(app)
    const first = await issue(app)
    const second = (await refresh(app, first.refreshToken)).body as Pair
    expect((await refresh(app, first.refreshToken, { 'user-agent': 'A thief' })).status).toBe(401)
    expect(await me(app, second.accessToken)).toBe(401)
  })

  it('stands in the database as a hash alone, as do keys sealed', async () => {
    await using app = await openAppOf(['identity'])
    await openWithPassword(app)
    const first = await issue(app)
    const second = (await refresh(app, first.refreshToken)).body as Pair
    const rows = await app.daybook.database.read(async (transaction) => [
      await transaction.all('SELECT * FROM identity_refresh'),
      await transaction.all('SELECT * FROM identity_signing_key'),
      await transaction.all('SELECT * FROM audit_detail'),
    ])
    const text = JSON.stringify(rows)
    for (const secret of [first.refreshToken, second.refreshToken, first.accessToken])
      expect(text).not.toContain(secret)
    expect(text).not.toContain('"d"')
  })
})
