import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { isPublicAddress } from '#kernel/network/public-address.ts'
import type { Reach } from './reach.ts'
import { requestPublic, Unreachable, type PublicRequest } from './request-public.ts'

const seen: { host: string; url: string; method: string; headers: IncomingMessage['headers'] }[] = []
const server = createServer(answer)
let reach: Reach
let names: Record<string, string[]>

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  seen.length = 0
  names = { 'a.test': ['1.1.1.1'], 'b.test': ['2606:4700::1'], 'inside.test': ['10.0.0.7'] }
  reach = {
    resolve: (host) => (names[host] ? Promise.resolve(names[host]) : Promise.reject(new Error('ENOTFOUND'))),
    allows: isPublicAddress,
    plainPort: (server.address() as AddressInfo).port,
  }
})

it('asks as a stranger, by https, and follows a few redirects', async () => {
  const { status, bytes, contentType } = await get('http://user:pass@a.test/to?u=https://b.test/end#part')
  expect([status, contentType, Buffer.from(bytes).toString()]).toEqual([200, 'text/plain', 'end'])
  expect(seen.map(({ host, url }) => `${host}${url}`)).toEqual(['a.test/to?u=https://b.test/end', 'b.test/end'])
  for (const { headers } of seen)
    expect(Object.keys(headers).toSorted()).toEqual(
      ['connection', 'host', 'user-agent'].filter((name) => name in headers),
    )
})

it.each([
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://169.254.169.254/latest/meta-data',
  'https://inside.test/',
  'https://nowhere.test/',
  'https://a.test:8443/',
  'https://a.test:22/',
  'ftp://a.test/',
  'file:///etc/passwd',
  'javascript:alert(1)',
])('does not ask %s', async (url) => {
  await expect(get(url)).rejects.toThrow(Unreachable)
  await expect(get(`https://a.test/to?u=${encodeURIComponent(url)}`)).rejects.toThrow(Unreachable)
  expect(seen.every(({ host }) => host === 'a.test')).toBe(true)
})

it('refuses a name with one private address among public ones', async () => {
  names['a.test'] = ['1.1.1.1', '192.168.0.1']
  await expect(get('https://a.test/end')).rejects.toThrow('It does not lie in the public internet')
  expect(seen).toEqual([])
})

it('asks a name once a hop, so that it cannot change its mind', async () => {
  let asked = 0
  reach.resolve = () => Promise.resolve(asked++ === 0 ? ['1.1.1.1'] : ['127.0.0.1'])
  await expect(get('https://a.test/end')).resolves.toMatchObject({ status: 200 })
  expect(asked).toBe(1)
})

it('gives up what is too large, too slow, or leads round in circles', async () => {
  await expect(get('https://a.test/large')).rejects.toThrow('It is too large')
  await expect(get('https://a.test/endless')).rejects.toThrow('It is too large')
  await expect(get('https://a.test/slow', { milliseconds: 200 })).rejects.toThrow(Unreachable)
  await expect(get('https://a.test/round')).rejects.toThrow('It leads on too often')
})

it('sends a form and follows nothing', async () => {
  const answer = await get('https://a.test/to?u=https://b.test/end', { method: 'POST', body: 'a=b' })
  expect(answer.status).toBe(302)
  expect(seen).toMatchObject([{ method: 'POST' }])
})

function get(url: string, options: Partial<PublicRequest> = {}) {
  const plain: PublicRequest = { method: 'GET', headers: {}, redirects: 3, maxBytes: 1000, milliseconds: 5000 }
  return requestPublic(reach, url, { ...plain, ...options })
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://x')
  const { host = '', ...headers } = request.headers
  seen.push({ host, url: request.url ?? '', method: request.method ?? '', headers: { host, ...headers } })
  if (url.pathname === '/to') return void response.writeHead(302, { location: url.searchParams.get('u') ?? '' }).end()
  if (url.pathname === '/round') return void response.writeHead(301, { location: '/round' }).end()
  if (url.pathname === '/large') return void response.end('x'.repeat(2000))
  if (url.pathname === '/slow') return
  if (url.pathname === '/endless') {
    const timer = setInterval(() => response.write('x'.repeat(500)), 5)
    return void response.once('close', () => clearInterval(timer))
  }
  response.writeHead(200, { 'content-type': 'text/plain' }).end('end')
}
