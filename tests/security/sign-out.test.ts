import { describe, expect, it } from 'vitest'
import { openTestApp } from '#testing/test-app.ts'
import { openBrowser, openOwnersBrowser, PASSWORD } from '../identity/browser.ts'

describe('signing out', () => {
  it('ends the session at the server, and tells the browser to forget cookie and cache', async () => {
    await using app = await openTestApp()
    const browser = await openOwnersBrowser(app)
    const held = browser.cookie
    expect((await browser.send('GET', '/auth/me')).status).toBe(200)

    const { status, headers } = await browser.send('POST', '/auth/logout')
    expect(status).toBe(200)
    expect(headers.get('clear-site-data')).toBe('"cache"')
    expect(headers.get('set-cookie')).toMatch(/^daybook_session=; .*Expires=Thu, 01 Jan 1970/)

    const thief = openBrowser(app)
    thief.cookie = held
    expect((await thief.send('GET', '/auth/me')).status).toBe(401)
  })
})

describe('a password', () => {
  it('that says where it belongs is refused', async () => {
    await using app = await openTestApp()
    const browser = await openOwnersBrowser(app)
    const of = (password: string) =>
      browser.send('PUT', '/auth/password', { email: 'ada@example.test', name: 'Ada', password })
    expect((await of('daybook123')).body.code).toBe('weak-password')
    expect((await of('DayBook-Daybook')).body.code).toBe('weak-password')
    expect((await of(PASSWORD)).status).toBe(200)
  })
})
