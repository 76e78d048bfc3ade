import { createServer, connect } from 'node:net'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { endStreamAt } from './end-streams.ts'
import type { Listener, ServeOptions } from './listener.ts'
import { commandFor } from './open-browser.ts'
import { serve } from './serve.ts'

let listener: Listener | undefined
afterEach(() => listener?.cutOff())

const open = async (fetch: ServeOptions['fetch']) => {
  listener = await serve({ fetch, port: 0, hostname: '127.0.0.1' })
  return `http://127.0.0.1:${listener.port}`
}

/** Sends bytes as they are, and gathers what comes back until the server closes. */
async function exchange(url: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write(text)
  let answer = ''
  for await (const bytes of socket) answer += String(bytes)
  return answer
}

describe('the listener', () => {
  it('answers on a free port and knows who calls', async () => {
    const url = await open((_, info) => new Response(info.address))
    expect(await (await fetch(url)).text()).toBe('127.0.0.1')
  })

  it('streams a body: the first bytes arrive while the rest is not sent', async () => {
    const first = Promise.withResolvers<number>()
    const url = await open(async (request) => {
      let size = 0
      for await (const chunk of request.body!) {
        size += chunk.length
        first.resolve(size)
      }
      return new Response(String(size))
    })
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write('POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 10\r\n\r\nhello')
    expect(await first.promise).toBe(5)
    socket.write('world')
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toContain('\r\n\r\n10')
  })

  it('gives requests and answers every way to read them that the standard has', async () => {
    const ways = {
      bytes: async (body: Request | Response) => new TextDecoder().decode(await body.bytes()),
      arrayBuffer: async (body: Request | Response) => new TextDecoder().decode(await body.arrayBuffer()),
      blob: async (body: Request | Response) => (await body.blob()).text(),
      text: (body: Request | Response) => body.text(),
      stream: async (body: Request | Response) => new Response(body.body).text(),
      json: async (body: Request | Response) => JSON.stringify(await body.json()),
    }
    const url = await open(async (request) => {
      const read = ways[new URL(request.url).pathname.slice(1) as keyof typeof ways]
      // Looking at the body first takes another path through some implementations.
      const looked = request.headers.has('x-look') && request.body !== null
      return new Response(`${looked} ${await read(new Response(await read(request)))}`)
    })
    for (const way of Object.keys(ways)) {
      const post = (headers: Record<string, string>) => fetch(`${url}/${way}`, { method: 'POST', body: '[1]', headers })
      expect(await (await post({})).text(), way).toBe('false [1]')
      expect(await (await post({ 'x-look': 'yes' })).text(), way).toBe('true [1]')
    }
  })

  it('gives requests that can be made into others', async () => {
    const url = await open(async (request) => {
      const other = new Request(request.url.replace('http:', 'https:'), request)
      return new Response(`${other.method} ${other.url} ${other.headers.get('x-kept')} ${await other.text()}`)
    })
    const answer = await fetch(`${url}/a`, { method: 'PUT', body: 'body', headers: { 'x-kept': 'kept' } })
    expect(await answer.text()).toBe(`PUT ${url.replace('http:', 'https:')}/a kept body`)
  })

  it('breaks a body off with an error when its sender is gone, never as if it were whole', async () => {
    const outcome = Promise.withResolvers<string>()
    const url = await open(async (request) => {
      try {
        for await (const _ of request.body!);
        outcome.resolve('whole')
      } catch {
        outcome.resolve('broken')
      }
      return new Response()
    })
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n')
    setTimeout(() => socket.destroy(), 50)
    expect(await outcome.promise).toBe('broken')
  })

  it('finishes what is open when it stops, and takes nothing new', async () => {
    const url = await open(async () => {
      await sleep(200)
      return new Response('late but whole')
    })
    const answer = fetch(url).then((response) => response.text())
    await sleep(50)
    const stopped = listener!.stop()
    await expect(exchange(url, '')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(await answer).toBe('late but whole')
    await stopped
  })

  it('cuts off what does not end', async () => {
    const url = await open(() => new Promise(() => undefined))
    const answer = exchange(url, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n').catch(() => '')
    await sleep(50)
    const stopped = listener!.stop()
    await listener!.cutOff()
    await stopped
    expect(await answer).toBe('')
  })

  it('tells the handler when the caller leaves', async () => {
    const left = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const url = await open(async (request) => {
      request.signal.addEventListener('abort', () => left.resolve())
      asked.resolve()
      await left.promise
      return new Response()
    })
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    await asked.promise
    socket.destroy()
    await left.promise
  })

  it('pulls an answer no faster than the caller reads, and ends its source when the caller leaves', async () => {
    let pulled = 0
    const cancelled = Promise.withResolvers<void>()
    const chunk = new Uint8Array(65_536)
    const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
      pulled += chunk.length
      // A source that is always ready would not let the machine send.
      await sleep(0)
      controller.enqueue(chunk)
    }
    const url = await open(() => new Response(new ReadableStream({ pull, cancel: () => cancelled.resolve() })))
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    await once(socket, 'readable')
    let before = -1
    while (before < pulled) {
      before = pulled
      await sleep(100)
    }
    expect(pulled).toBeLessThan(50_000_000)
    socket.destroy()
    await cancelled.promise
  })

  it('breaks an answer off when its source fails, never as if it were whole', async () => {
    let pulls = 0
    const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
      await sleep(20)
      if (pulls++ < 2) controller.enqueue(new TextEncoder().encode('part '))
      else controller.error(new Error('a detail of ours'))
    }
    const url = await open(() => new Response(new ReadableStream({ pull })))
    const answer = await exchange(url, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n').catch(String)
    expect(answer).not.toContain('\r\n0\r\n\r\n')
    expect(answer).not.toContain('detail')
  })

  it('answers HEAD like GET without the body, and reads no file for it', async () => {
    let read = false
    const body = () => new ReadableStream({ pull: () => void (read = true) }, { highWaterMark: 0 })
    const url = await open(({ url: path }) =>
      path.endsWith('/file')
        ? new Response(body(), { headers: { 'content-length': '12345', 'content-type': 'image/png' } })
        : Response.json({ fine: true }),
    )
    const file = await exchange(`${url}`, 'HEAD /file HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
    expect(file.toLowerCase()).toContain('content-length: 12345')
    expect(file.toLowerCase()).toContain('content-type: image/png')
    expect(file.endsWith('\r\n\r\n')).toBe(true)
    expect(read).toBe(false)
    const json = await exchange(`${url}`, 'HEAD / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
    expect(json.toLowerCase()).toContain('content-length: 13')
    expect(json.endsWith('\r\n\r\n')).toBe(true)
  })

  it('keeps every cookie an answer sets apart', async () => {
    const headers = [
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ] as [string, string][]
    const url = await open(() => new Response('', { headers }))
    expect((await fetch(url)).headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  })

  it('refuses what is no request, and heads that are too large', async () => {
    const url = await open(() => new Response('fine'))
    expect(await exchange(url, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
    const large = `GET / HTTP/1.1\r\nhost: x\r\nx-large: ${'x'.repeat(20_000)}\r\n\r\n`
    expect(await exchange(url, large).catch(() => '431 by reset')).toContain('431')
  })

  it('says what to do when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const cause = await serve({ fetch: () => new Response(), port, hostname: '127.0.0.1' }).catch(
      (error: unknown) => error,
    )
    expect(cause).toMatchObject({ code: 'port-taken', remedy: expect.stringContaining(`--port ${port + 1}`) })
    other.close()
  })

  it('does not share its port with a second one', async () => {
    await open(() => new Response())
    await expect(
      serve({ fetch: () => new Response(), port: listener!.port, hostname: '127.0.0.1' }),
    ).rejects.toMatchObject({ code: 'port-taken' })
  })

  it('says so when the address is not of this machine', async () => {
    const cause = await serve({ fetch: () => new Response(), port: 0, hostname: '192.0.2.1' }).catch(
      (error: unknown) => error,
    )
    expect(cause).toMatchObject({ code: 'address-not-here' })
  })
})

describe('event streams at the stop', () => {
  const endless = (onCancel: () => void) =>
    new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
        cancel: onCancel,
      }),
      {
        headers: { 'content-type': 'text/event-stream' },
      },
    )

  it('end, and so does what feeds them', async () => {
    const stopping = new AbortController()
    let cancelled = false
    const response = endStreamAt(
      stopping.signal,
      endless(() => void (cancelled = true)),
    )
    setTimeout(() => stopping.abort(), 20)
    expect(await response.text()).toBe('data: 1\n\n')
    expect(cancelled).toBe(true)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
  })

  it('end their source when the caller leaves', async () => {
    let cancelled = false
    const response = endStreamAt(
      new AbortController().signal,
      endless(() => void (cancelled = true)),
    )
    await response.body!.cancel()
    expect(cancelled).toBe(true)
  })

  it('leaves other answers as they are', () => {
    const response = Response.json({})
    expect(endStreamAt(AbortSignal.abort(), response)).toBe(response)
  })
})

describe('opening the browser', () => {
  it('asks the desktop, and nobody where there is none', () => {
    const url = 'http://127.0.0.1:1/sign-in#x&y'
    expect(commandFor(url, 'linux', { DISPLAY: ':0' })).toEqual(['xdg-open', url])
    expect(commandFor(url, 'linux', {})).toBeNull()
    expect(commandFor(url, 'darwin', {})).toEqual(['open', url])
    expect(commandFor(url, 'win32', {})![0]).toBe('rundll32')
  })
})
