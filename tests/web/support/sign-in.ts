import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { openPage, type View } from './browser.ts'
import type { Daybook } from './start-daybook.ts'

/** The cookies of a session, for pages that begin signed in. */
export async function signIn(browser: Browser, daybook: Daybook): Promise<NonNullable<View['cookies']>> {
  const { page, context } = await openPage(browser)
  await page.goto(daybook.link)
  // The first place of the rail, whichever that is.
  await page.waitForURL((url) => url.pathname !== '/' && url.pathname !== '/sign-in')
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

/** Imports a file by the API and waits until it is searchable. */
export async function importMail(daybook: Daybook, cookies: NonNullable<View['cookies']>, file: Buffer): Promise<void> {
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = {
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      origin: daybook.url,
      ...init.headers,
    }
    const response = await fetch(`${daybook.url}/api/v1${path}`, { ...init, headers })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as Record<string, any>
  }
  const upload = await call('/uploads?name=mail.mbox', {
    method: 'POST',
    body: new Uint8Array(file),
    headers: { 'content-type': 'application/octet-stream' },
  })
  const started = await call('/imports/mail', {
    method: 'POST',
    body: JSON.stringify({ uploadId: upload.id }),
    headers: { 'content-type': 'application/json' },
  })
  for (let tries = 0; tries < 200; tries++) {
    const { state } = await call(`/imports/${started.import}`)
    if (state === 'done') return
    if (state === 'failed') throw new Error('The import failed')
    await sleep(100)
  }
  throw new Error('The import did not end')
}
