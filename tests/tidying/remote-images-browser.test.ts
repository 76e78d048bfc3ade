import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listMessages } from '#modules/mail/contract.ts'
import { hostileMail } from '#modules/mail/server/html/hostile-mail.ts'
import type { TestApp } from '#testing/test-app.ts'
import { importBytes } from '../mail/mail-app.ts'
import { mailText, mbox } from '../mail/write-mail.ts'
import { openWithInternet } from './internet.ts'

const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)

const corpus: Record<string, string> = {
  ...hostileMail,
  'a picture that is allowed': '<img id=shown src="https://img.example/shown.png" width=40 height=30>',
  'a background that is allowed': '<p style="background:url(https://img.example/behind.png)">x</p>',
}

describe.skipIf(!browser)(`tracking mail in a browser${browser ? '' : ' (not run: Chromium is not installed)'}`, () => {
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
    expect(internet.asked).toEqual(expect.arrayContaining(['GET img.example/shown.png', 'GET img.example/behind.png']))
    const paths = internet.asked.map((asked) => asked.replace(/^GET [^/]+/, ''))
    expect(paths.filter((path) => /\.(?:css|woff|svg|mp4|mp3|js|ico)$|^\/(?:r|f|p|o|e|m|ping)$/.test(path))).toEqual([])
    for (const headers of internet.headers) {
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('referer')
    }
  }, 120_000)
})

/** Opens addresses of the app in frames of a real browser, in which every other host leads to a server that notes it. */
async function visit(app: TestApp, paths: string[]) {
  const strangers = new Set<string>()
  let shown = 0
  let images = 0
  const trap = createServer((request, response) => {
    strangers.add(`${request.method} ${request.headers.host}${request.url}`)
    response.writeHead(404).end()
  })
  const trapPort = await listen(trap)
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
  const port = await listen(server)
  const profile = await mkdtemp(join(tmpdir(), 'daybook-browser-'))
  const child = startBrowser(profile, port, trapPort)
  try {
    await until(() => shown >= paths.length)
    // What a page starts once it is loaded comes within this time.
    await new Promise((resolve) => setTimeout(resolve, 2500))
  } finally {
    await endBrowser(child)
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

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function startBrowser(profile: string, port: number, trapPort: number): ChildProcess {
  return spawn(
    browser ?? '',
    [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      `--host-resolver-rules=MAP *.example 127.0.0.1:${trapPort}`,
      `http://127.0.0.1:${port}/`,
    ],
    { stdio: 'ignore', detached: true },
  )
}

/** Ends the browser with all its processes. */
async function endBrowser(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-child.pid, 'SIGKILL')
  await ended
}

async function until(isDone: () => boolean): Promise<void> {
  for (const end = Date.now() + 45_000; !isDone();) {
    if (Date.now() > end) throw new Error('The browser did not open every page within 45 s')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
