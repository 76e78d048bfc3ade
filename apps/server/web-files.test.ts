import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chooseEncoding } from './web/encodings.ts'
import { createWebFiles, type WebFiles } from './web-files.ts'

const script = 'export const greeting = "hello"\n'.repeat(200)
const page = `<!doctype html>${'<p>Daybook</p>'.repeat(100)}`
let folder: string
let web: WebFiles

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'web-'))
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'not for the web')
  await writeFile(join(folder, 'dist', 'index.html'), page)
  await writeFile(join(folder, 'dist', 'assets', 'index-abc.js'), script)
  await writeFile(join(folder, 'dist', 'assets', 'font.woff2'), new Uint8Array(2000))
  web = createWebFiles(join(folder, 'dist'), null)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  web(new Request(`http://127.0.0.1${path}`, { headers, method }), path)

describe('the web app as files', () => {
  it.each(['/', '/index.html', '/tasks', '/sign-in', '/tasks/01933b6e'])('answers the page for %s', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toBe(page)
  })

  it('lets hashed assets be kept for ever', async () => {
    const response = await get('/assets/index-abc.js')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await response.text()).toBe(script)
  })

  it.each([
    '/assets/missing.js',
    '/favicon.ico',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/%00.js',
  ])('has no %s', async (path) => {
    const response = await web(new Request('http://127.0.0.1/'), path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('not for the web')
  })

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('compresses text with %s', async (encoding, decompress) => {
    const response = await get('/assets/index-abc.js', { 'accept-encoding': encoding })
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('vary')).toBe('accept-encoding')
    expect(bytes.length).toBeLessThan(script.length / 4)
    expect(decompress(bytes).toString()).toBe(script)
  })

  it('leaves alone what is compressed already', async () => {
    const response = await get('/assets/font.woff2', { 'accept-encoding': 'br, gzip' })
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(response.headers.get('content-length')).toBe('2000')
  })

  it('answers 304 to whoever has it, an entity tag for each encoding', async () => {
    const plain = (await get('/')).headers.get('etag')!
    const brotli = (await get('/', { 'accept-encoding': 'br' })).headers.get('etag')!
    expect(plain).not.toBe(brotli)
    expect((await get('/', { 'if-none-match': plain })).status).toBe(304)
    expect((await get('/', { 'if-none-match': `"other", W/${plain}` })).status).toBe(304)
    expect((await get('/', { 'if-none-match': plain, 'accept-encoding': 'br' })).status).toBe(200)
  })

  it('answers HEAD without a body and refuses to be written to', async () => {
    const head = await get('/', {}, 'HEAD')
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(page.length), ''])
    const post = await get('/', {}, 'POST')
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('allows nothing inline and nothing from elsewhere, on every answer', async () => {
    for (const response of [
      await get('/'),
      await get('/assets/index-abc.js'),
      await get('/assets/none.js'),
      await get('/', {}, 'POST'),
    ]) {
      const policy = response.headers.get('content-security-policy')!
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  it('asks for https to stay only behind a public https address', async () => {
    expect((await get('/')).headers.get('strict-transport-security')).toBeNull()
    web = createWebFiles(join(folder, 'dist'), 'https://daybook.example')
    expect((await get('/')).headers.get('strict-transport-security')).toContain('max-age=')
  })

  it('takes over a new build while it runs', async () => {
    await get('/assets/index-abc.js')
    await rm(join(folder, 'dist', 'assets', 'index-abc.js'))
    await writeFile(join(folder, 'dist', 'assets', 'index-def.js'), 'new')
    await writeFile(join(folder, 'dist', 'index.html'), 'new page')
    await utimes(join(folder, 'dist', 'index.html'), new Date(), new Date(Date.now() + 5000))
    expect(await (await get('/')).text()).toBe('new page')
    expect(await (await get('/assets/index-def.js')).text()).toBe('new')
    expect((await get('/assets/index-abc.js')).status).toBe(404)
  })

  it('says what to do when the app is not built', async () => {
    web = createWebFiles(join(folder, 'nowhere'), null)
    const response = await get('/')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm start')
  })
})

describe('choosing an encoding', () => {
  it.each([
    [null, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['BR', 'br'],
    ['gzip;q=0', 'identity'],
    ['brotli', 'identity'],
  ])('of %j is %s', (accepted, encoding) => {
    expect(chooseEncoding(accepted)).toBe(encoding)
  })
})
