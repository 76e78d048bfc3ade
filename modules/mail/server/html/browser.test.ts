import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'
import { endLoneBrowser, listenLocally, loneBrowser, startLoneBrowser, untilOpened } from '#testing/lone-browser.ts'

import { hostileMail } from './hostile-mail.ts'
import { mailDocument } from './mail-document.ts'
import { sanitizeMail } from './sanitize-mail.ts'

const options = { cid: () => null, allowRemote: false, proxy: (url: string) => url }

describe.skipIf(!loneBrowser)(
  `hostile mail in a browser${loneBrowser ? '' : ' (not run: Chromium is not installed)'}`,
  () => {
    it('runs and fetches nothing even without the sandbox and the policy', async () => {
      const documents = Object.entries(hostileMail).map(([name, html]) => ({
        name,
        html: sanitizeMail(html, options).html,
      }))
      const seen = await visit(documents)
      expect(seen.shown.size).toBe(documents.length)
      expect(seen.events).toEqual([])
    }, 60_000)

    it('would run and fetch it unsanitised, so the browser does see it', async () => {
      // Pages that end by themselves: others of the collection stall the browser for good.
      const scripts = [
        'a script',
        'a handler',
        'a handler on details',
        'an svg with a handler',
        'a title mutation',
        'a noscript mutation',
      ]
      const fetches = ['a CSS import', 'a CSS font', 'a CSS background', 'a pixel', 'a background', 'a set of images']
      const { events } = await visit([...scripts, ...fetches].map((name) => ({ name, html: hostileMail[name] ?? '' })))
      expect(events).toEqual(expect.arrayContaining(scripts.map((name) => `script ${name}`)))
      const paths = ['/a.css', '/b.css', '/f.woff', '/b.png', '/pixel.gif', '/t.png', '/d.png']
      expect(events).toEqual(expect.arrayContaining(paths.map((path) => `fetch evil.example ${path}`)))
    }, 60_000)

    it('fetches nothing unsanitised in our document: the policy alone holds too', async () => {
      const documents = Object.entries(hostileMail).map(([name, html]) => ({
        name,
        html: mailDocument({ html }),
        whole: true,
      }))
      const { events } = await visit(documents)
      // A policy cannot stop a page from leaving itself (a refresh); the sandbox's opaque origin makes that harmless.
      expect(events.filter((event) => event !== 'fetch evil.example /r')).toEqual([])
    }, 60_000)
  },
)

interface Page {
  name: string
  html: string
  /** Whether the page is a document of its own, shown without our listener for scripts. */
  whole?: boolean
}

interface Seen {
  /** The names of the pages the browser asked for. */
  shown: Set<string>
  /** `script NAME` where a page ran one, `fetch HOST PATH` for every request beyond the pages. */
  events: string[]
}

/** Opens each page in a frame of a real browser for which every host leads to our own server. */
async function visit(pages: Page[]): Promise<Seen> {
  const seen: Seen = { shown: new Set(), events: [] }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const host = request.headers.host ?? ''
    const page = /^\/page\/(\d+)$/.exec(pathname)?.[1]
    const ran = /^\/ran\/(\d+)$/.exec(pathname)?.[1]
    if (host.startsWith('127.0.0.1') && pathname === '/') return response.end(frames(pages.length))
    if (host.startsWith('127.0.0.1') && pathname === '/favicon.ico') return response.writeHead(404).end()
    if (page) {
      seen.shown.add(pages[Number(page)]?.name ?? '')
      response.setHeader('content-type', 'text/html; charset=utf-8')
      return response.end(pageHtml(pages[Number(page)], page))
    }
    if (ran) seen.events.push(`script ${pages[Number(ran)]?.name}`)
    else seen.events.push(`fetch ${host} ${pathname}`)
    return response.writeHead(404).end()
  })
  const port = await listenLocally(server)
  const profile = await mkdtemp(join(tmpdir(), 'daybook-browser-'))
  const child = startLoneBrowser(profile, { port, others: port })
  try {
    await untilOpened(() => seen.shown.size === pages.length, 30)
    // What a page starts once it is loaded (refreshes, animations, failing images) comes within this time.
    await new Promise((resolve) => setTimeout(resolve, 2500))
  } finally {
    await endLoneBrowser(child)
    server.closeAllConnections()
    server.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { shown: seen.shown, events: [...new Set(seen.events)].toSorted() }
}

function frames(count: number): string {
  return Array.from({ length: count }, (_, n) => `<iframe src="/page/${n}"></iframe>`).join('')
}

function pageHtml(page: Page | undefined, number: string): string {
  if (!page || page.whole) return page?.html ?? ''
  return `<!doctype html><script>window.alert = () => { new Image().src = '/ran/${number}' }</script>${page.html}`
}
