import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { ConsentProvider } from '#modules/connections/contract.ts'
import { startProvider, type TestProvider } from '../connections/providers.ts'
import { openBrowser, openPage } from './support/browser.ts'
import { freePort } from './support/mail-catcher.ts'
import { signIn } from './support/sign-in.ts'
import { startDaybook, type Daybook } from './support/start-daybook.ts'

const names = { google: 'Google', microsoft: 'Microsoft' }

describe.each(ConsentProvider.options)('signing in with %s', (service) => {
  let provider: TestProvider
  let daybook: Daybook
  let browser: Browser
  let page: Page
  const name = names[service]

  beforeAll(async () => {
    const port = await freePort()
    provider = await startProvider(service, `http://127.0.0.1:${port}/api/v1/integrations/callback`)
    const { clientId, clientSecret, baseUrl } = provider.registration
    const variable = `DAYBOOK_${service.toUpperCase()}`
    daybook = await startDaybook({
      port,
      environment: {
        [`${variable}_CLIENT_ID`]: clientId,
        [`${variable}_CLIENT_SECRET`]: clientSecret!,
        [`${variable}_BASE_URL`]: baseUrl!,
        ...(service === 'google' && { DAYBOOK_GOOGLE_ACCESS: 'api' }),
      },
    })
    browser = await openBrowser()
    ;({ page } = await openPage(browser, { cookies: await signIn(browser, daybook) }))
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await daybook?.[Symbol.asyncDispose]()
    await provider?.[Symbol.asyncDispose]()
  })

  const button = (label: string | RegExp) => page.getByRole('button', { name: label })
  const card = (address: string) => page.getByRole('article', { name: address })
  const toProvider = async () => {
    await page.goto(`${daybook.url}/settings/accounts`)
    await button('Connect an account').click()
    await button(`Sign in with ${name}`).click()
    await page.waitForURL(`${provider.registration.baseUrl}/**`)
  }

  it('says what it takes where the other provider is not registered', async () => {
    await page.goto(`${daybook.url}/settings/accounts`)
    await button('Connect an account').click()
    await button(`Sign in with ${name}`).waitFor()
    const other = service === 'google' ? 'microsoft' : 'google'
    await page.getByText(`Signing in with ${names[other]}`).click()
    await page.getByText(`DAYBOOK_${other.toUpperCase()}_CLIENT_ID`).waitFor()
    expect(await button(`Sign in with ${names[other]}`).count()).toBe(0)
  })

  it('comes back without an account where the consent was not given, and says what to do', async () => {
    await toProvider()
    const state = new URL(page.url()).searchParams.get('state')
    await page.goto(`${daybook.url}/api/v1/integrations/callback?state=${state}&error=access_denied`)
    await page.waitForURL('**/settings/accounts?problem=consent-declined')
    const alert = page.getByRole('alert').filter({ hasText: 'The consent was not given' })
    expect(await alert.textContent()).toContain('allow what Daybook asks for')
    await page.getByText('No mail account is connected yet').waitFor()
  })

  it('connects the account that was chosen on the page of the provider', async () => {
    provider.life = 1
    await toProvider()
    await button(/grace@example\.test/).click()
    await page.waitForURL(`${daybook.url}/settings/accounts?connected=*`)
    await page.getByText('The account is connected').waitFor()
    await card('grace@example.test').getByText(name).first().waitFor()
    await button(/^Settings/).click()
    await page.getByText('What is kept here').waitFor()
    // Nobody has a password to give here.
    expect(await page.getByText('Password and servers').count()).toBe(0)
  })

  it('offers the sign-in that the address wants, and asks the provider for that address', async () => {
    const address = service === 'google' ? 'ada@gmail.com' : 'ada@outlook.com'
    await page.goto(`${daybook.url}/settings/accounts`)
    await button('Connect an account').click()
    await page.getByLabel('E-mail address').fill(address)
    await button('Go on').click()
    await button(`Sign in with ${name}`).waitFor({ timeout: 30_000 })
    // Google takes app passwords, Microsoft none.
    expect(await button('Check and connect').count()).toBe(service === 'google' ? 1 : 0)
    await button(`Sign in with ${name}`).click()
    await page.waitForURL(`${provider.registration.baseUrl}/**`)
    expect(new URL(page.url()).searchParams.get('login_hint')).toBe(address)
  })

  it('asks for a new sign-in once the provider takes the access back, and goes on after it', async () => {
    const { items } = await call('GET', '/connections')
    provider.forget()
    await expect
      .poll(async () => (await call('POST', `/connections/${items[0].id}/validate`)).state, { timeout: 20_000 })
      .toBe('needs-consent')
    await page.goto(`${daybook.url}/settings/accounts`)
    const alert = card('grace@example.test').getByRole('alert')
    await alert.getByText('nothing that is here is lost').waitFor()
    await page.goto(`${daybook.url}/inbox`)
    await page.getByRole('link', { name: 'Sign in again: grace@example.test' }).click()
    provider.life = null
    await alert.getByRole('button', { name: 'Sign in again' }).click()
    await page.waitForURL(`${provider.registration.baseUrl}/**`)
    await button(/ada@example\.test/).click()
    await page.getByRole('alert').filter({ hasText: 'That is another account' }).waitFor()
    await alert.getByRole('button', { name: 'Sign in again' }).click()
    await page.waitForURL(`${provider.registration.baseUrl}/**`)
    await button(/grace@example\.test/).click()
    await page.waitForURL(`${daybook.url}/settings/accounts?connected=*`)
    await card('grace@example.test').waitFor()
    expect(await alert.filter({ hasText: 'Sign in at the provider again' }).count()).toBe(0)
  }, 60_000)

  async function call(method: string, path: string): Promise<any> {
    const cookies = await page.context().cookies(daybook.url)
    const cookie = cookies.map((one) => `${one.name}=${one.value}`).join('; ')
    const response = await fetch(`${daybook.url}/api/v1${path}`, {
      method,
      headers: { cookie, origin: daybook.url },
    })
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
})
