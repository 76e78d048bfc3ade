import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { discover } from './discover.ts'
import { fetchAutoconfig } from './fetch-autoconfig.ts'
import { openNetwork, type Network, type ServiceRecord } from './network.ts'

const signal = AbortSignal.timeout(20_000)

/** Names as a resolver would give them; every host leads to this machine, as if that were public. */
function namesOf(names: {
  srv?: Record<string, ServiceRecord[]>
  mx?: string[]
  open?: Record<string, number[]>
}): Network {
  return {
    addresses: async (host) => (names.open?.[host] ? [host] : []),
    services: async (name) => names.srv?.[name] ?? [],
    exchangers: async () => names.mx ?? [],
    answers: async (address, port) => names.open?.[address]?.includes(port) ?? false,
  }
}

const record = (name: string, port: number, priority = 0, weight = 0): ServiceRecord => ({
  name,
  port,
  priority,
  weight,
})

describe('the servers of an address', () => {
  it('are known of the big providers', async () => {
    expect(await discover('Ada@GMAIL.com', namesOf({}))).toMatchObject({
      source: 'known',
      consent: 'google',
      takesPassword: true,
      imap: { host: 'imap.gmail.com', port: 993, security: 'tls', username: 'Ada@GMAIL.com' },
    })
    expect(await discover('ada@outlook.com', namesOf({}))).toMatchObject({ consent: 'microsoft', takesPassword: false })
  })

  it('are found by DNS: what is encrypted from the first byte, then priority, then weight', async () => {
    const srv = {
      '_imap._tcp.example.org': [record('late.example.org', 143)],
      '_imaps._tcp.example.org': [
        record('second.example.org', 993, 20),
        record('light.example.org', 993, 10, 1),
        record('heavy.example.org.', 9933, 10, 5),
      ],
      '_submissions._tcp.example.org': [record('.', 0)],
      '_submission._tcp.example.org': [record('smtp.example.org', 587)],
    }
    expect(await discover('ada@example.org', namesOf({ srv }))).toMatchObject({
      source: 'srv',
      imap: { host: 'heavy.example.org', port: 9933, security: 'tls' },
      smtp: { host: 'smtp.example.org', port: 587, security: 'starttls' },
    })
  })

  it('are those of whoever keeps the mail of the domain', async () => {
    const found = await discover('ada@example.org', namesOf({ mx: ['example-org.mail.protection.outlook.com.'] }))
    expect(found).toMatchObject({ source: 'known', providerName: 'Outlook', consent: 'microsoft' })
    const other = await discover('ada@example.org', namesOf({ mx: ['notoutlook.com.example.net'] }))
    expect(other).toMatchObject({ source: 'guess', imap: null })
  })

  it('are guessed last, where something answers', async () => {
    const open = { 'mail.example.org': [993, 587], 'smtp.example.org': [25] }
    expect(await discover('ada@example.org', namesOf({ open }))).toMatchObject({
      source: 'guess',
      imap: { host: 'mail.example.org', port: 993 },
      smtp: { host: 'mail.example.org', port: 587, security: 'starttls' },
    })
  })

  it('are never asked for in a network that nobody outside reaches', async () => {
    const network = openNetwork()
    for (const host of ['localhost', '127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '[::1]'])
      expect(await network.addresses(host), host).toEqual([])
  })
})

describe('a document of a mail domain', () => {
  const here: Network = { ...namesOf({}), addresses: async () => ['127.0.0.1'] }
  const fetched = (url: string, port: number, network = here) =>
    fetchAutoconfig(withPort(url, port), { network, plainHost: 'autoconfig.example.org', signal })

  it('is read from the autoconfig host, at the address that was looked at, with its name', async () => {
    await using site = await startSite((request, answer) => answer.end(`host ${request.headers.host}`))
    expect(await fetched('http://autoconfig.example.org/a', site.port)).toBe(`host autoconfig.example.org:${site.port}`)
  })

  it('is never read in the clear from elsewhere, nor with credentials, nor from a private address', async () => {
    await using site = await startSite((_, answer) => answer.end('reached'))
    for (const url of [
      'http://example.org/',
      'http://127.0.0.1/',
      'http://user:pw@autoconfig.example.org/',
      'file:///etc/passwd',
    ])
      expect(await fetched(url, site.port), url).toBeNull()
    expect(await fetched('http://autoconfig.example.org/', site.port, openNetwork())).toBeNull()
    expect(site.asked()).toBe(0)
  })

  it('is followed a few times, and never to where it may not lie', async () => {
    await using site = await startSite((request, answer) => {
      const step = Number(request.url?.slice(1))
      answer.writeHead(302, { location: step > 0 ? `/${step - 1}` : 'http://169.254.169.254/latest/meta-data' }).end()
    })
    expect(await fetched('http://autoconfig.example.org/1', site.port)).toBeNull()
    expect(site.asked()).toBe(2)
    expect(await fetched('http://autoconfig.example.org/99', site.port)).toBeNull()
    expect(site.asked()).toBe(6)
  })

  it('is bounded in size and time', async () => {
    await using large = await startSite((_, answer) => answer.end('x'.repeat(70_000)))
    expect(await fetched('http://autoconfig.example.org/', large.port)).toBeNull()
    await using silent = await startSite(() => undefined)
    const soon = AbortSignal.timeout(100)
    const options = { network: here, plainHost: 'autoconfig.example.org', signal: soon }
    expect(await fetchAutoconfig(withPort('http://autoconfig.example.org/', silent.port), options)).toBeNull()
  })
})

function withPort(text: string, port: number): URL {
  const url = new URL(text)
  url.port = String(port)
  return url
}

async function startSite(handle: (request: IncomingMessage, answer: ServerResponse) => unknown) {
  let asked = 0
  const server = createServer((request, answer) => {
    asked += 1
    handle(request, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
