import type { Browser } from 'playwright-core'
import { openBrowser, openPage, type View } from './browser.ts'
import { makeMbox } from './make-mail.ts'
import { importMail, signIn } from './sign-in.ts'
import { startDaybook, type Daybook } from './start-daybook.ts'

/** A running Daybook with some mail and tasks, a browser, and the session of its owner. */
export interface World extends AsyncDisposable {
  daybook: Daybook
  browser: Browser
  cookies: NonNullable<View['cookies']>
  open: (view?: View) => ReturnType<typeof openPage>
  call: (method: string, path: string, body?: unknown) => Promise<any>
}

/** Makes a world; `mail` is what is imported into it. */
export async function openWorld(mail: Buffer = makeMbox()): Promise<World> {
  const daybook = await startDaybook()
  const browser = await openBrowser()
  const cookies = await signIn(browser, daybook)
  const call = caller(daybook, cookies)
  await importMail(daybook, cookies, mail)
  return {
    daybook,
    browser,
    cookies,
    call,
    open: (view) => openPage(browser, { cookies, ...view }),
    async [Symbol.asyncDispose]() {
      await browser.close()
      await daybook[Symbol.asyncDispose]()
    },
  }
}

/** Some tasks of every sort, one of them out of a mail. */
export async function addTasks({ call }: World): Promise<void> {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const site = await call('POST', '/projects', { name: 'Website', color: 'pink' })
  const garden = await call('POST', '/projects', { name: 'Garden', color: 'green' })
  const { items } = await call('GET', '/emails?limit=1')
  await call('POST', '/tasks', { title: 'Write down what the release brings', status: 'waiting' })
  await call('POST', '/tasks', { title: 'Plant the tulips before the frost', projectId: garden.id, dueAt: inDays(6) })
  await call('POST', '/tasks', { title: 'Book a table for Friday', dueAt: inDays(1), priority: 1 })
  await call('POST', '/tasks', {
    title: 'Mend the search box on the phone',
    projectId: site.id,
    status: 'doing',
    priority: 3,
  })
  await call('POST', '/tasks', {
    title: 'Send the invoice to Ada',
    status: 'next',
    dueAt: inDays(0),
    notes: 'Number 2026-114. She asked for it as a PDF.',
  })
  await call('POST', `/emails/${items[0].id}/task`, {})
}

function caller(daybook: Daybook, cookies: NonNullable<View['cookies']>): World['call'] {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return async (method, path, body) => {
    const response = await fetch(`${daybook.url}/api/v1${path}`, {
      method,
      headers: { cookie, origin: daybook.url, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
}
