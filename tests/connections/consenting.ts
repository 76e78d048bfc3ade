import type { ConsentProvider } from '#modules/connections/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import type { TestProvider } from './providers.ts'

/** Begins a consent, gives it, and comes back with it, all as the owner. Answers the account. */
export async function connectBy(app: TestApp, service: ConsentProvider, provider: TestProvider, more: object = {}) {
  const url = await beginConsent(app, service, more)
  return (await comeBack(app, await provider.consent(url))).value
}

export async function beginConsent(app: TestApp, provider: ConsentProvider, more: object = {}): Promise<string> {
  const response = await app.fetch('/api/v1/integrations/authorize', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ provider, ...more }),
  })
  const value = (await response.json()) as { url: string }
  if (response.status !== 200) throw new Error(JSON.stringify(value))
  return value.url
}

/** The browser, sent back by the provider. */
export async function comeBack(app: TestApp, location: string, init: RequestInit & { anonymous?: boolean } = {}) {
  const { pathname, search } = new URL(location)
  const response = await app.fetch(pathname + search, init)
  const text = await response.text()
  return { status: response.status, headers: response.headers, value: text ? JSON.parse(text) : null }
}
