import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { endLoneBrowser, listenLocally, loneBrowser, startLoneBrowser, untilOpened } from '#testing/lone-browser.ts'
import { listMessages } from '#modules/mail/contract.ts'
import { hostileMail } from '#modules/mail/server/html/hostile-mail.ts'
import type { TestApp } from '#testing/test-app.ts'
import { importBytes } from '../mail/mail-app.ts'
import { mailText, mbox } from '../mail/write-mail.ts'
import { openWithInternet } from './internet.ts'

const corpus: Record<string, string> = {
  ...hostileMail,
  'a picture that is allowed': '<img id=shown src="https://img.example/shown.png" width=40 height=30>',
  'a background that is allowed': '<p style="background:url(https://img.example/behind.png)">x</p>',
}

describe.skipIf(!loneBrowser)(
  `tracking mail in a browser${loneBrowser ? '' : ' (not run: Chromium is not installed)'}`,
  () => {
    it('loads nothing unless allowed, and then only by way of Daybook', async () => {
      await using internet = await openWithInternet()
      const { app } = internet
      const messages = Object.entries(corpus).map(([subject, body], n) =>
        mailText({
          subject,
          id: `m${n}`,
          headers: ['MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8'],
          body,
        }),
      )
      await importBytes(app, Buffer.from(mbox(messages)))
      const { items } = await app.call(listMessages, { limit: 200 })
      expect(items).toHaveLength(messages.length)

      const blocked = await visit(
        app,
        items.map(({ id }) => `/api/v1/emails/${id}/html`),
      )
      expect(blocked).toEqual({ strangers: [], shown: items.length, images: 0 })
      expect(internet.asked).toEqual([])

      const shown = await visit(
        app,
        items.map(({ id }) => `/api/v1/emails/${id}/html?images=shown`),
      )
      expect(shown.strangers).toEqual([])
      expect(shown.shown).toBe(items.length)
      expect(shown.images).toBeGreaterThan(1)
      expect(internet.asked).toEqual(
        expect.arrayContaining(['GET img.example/shown.png', 'GET img.example/behind.png']),
      )
      const paths = internet.asked.map((asked) => asked.replace(/^GET [^/]+/, ''))
      expect(paths.filter((path) => /\.(?:css|woff|svg|mp4|mp3|js|ico)$|^\/(?:r|f|p|o|e|m|ping)$/.test(path))).toEqual(
        [],
      )
      for (const headers of internet.headers) {
        expect(headers).not.toHaveProperty('cookie')
        expect(headers).not.toHaveProperty('referer')
      }
    }, 120_000)
  },
)

/** Opens addresses of the app in frames of a real browser, in which every other host leads to a server that notes it. */
async function visit(app: TestApp, paths: string[]) {
  const strangers = new Set<string>()
  let shown = 0
  let images = 0
  const trap = createServer((request, response) => {
    strangers.add(`${request.method} ${request.headers.host}${request.url}`)
    response.writeHead(404).end()
  })
  const trapPort = await listenLocally(trap)
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/'
    if (path === '/') return response.setHeader('content-type', 'text/html').end(frames(paths))
    if (path === '/favicon.ico') return response.writeHead(404).end()
    const isImage = path.startsWith('/api/v1/remote-images/')
    const host = request.headers.host ?? ''
    if (!isImage && !paths.includes(path)) strangers.add(`${request.method} own${path}`)
    const answer = await app.fetch(path, { anonymous: isImage, headers: { host, 'sec-fetch-site': 'cross-site' } })
    const body = Buffer.from(await answer.arrayBuffer())
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(body)
    if (isImage) images++
    else shown++
  }
  const server = createServer((request, response) => void serve(request, response))
  const port = await listenLocally(server)
  const profile = await mkdtemp(join(tmpdir(), 'daybook-browser-'))
  const child = startLoneBrowser(profile, { port, others: trapPort })
  try {
    await untilOpened(() => shown >= paths.length, 45)
    // What a page starts once it is loaded comes within this time.
    await new Promise((resolve) => setTimeout(resolve, 2500))
  } finally {
    await endLoneBrowser(child)
    for (const each of [server, trap]) {
      each.closeAllConnections()
      each.close()
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { strangers: [...strangers].toSorted(), shown, images }
}

function frames(paths: string[]): string {
  const sandbox = 'allow-popups allow-popups-to-escape-sandbox'
  return `<!doctype html>${paths.map((path) => `<iframe sandbox="${sandbox}" src="${path}"></iframe>`).join('')}`
}
