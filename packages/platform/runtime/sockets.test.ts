import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Listener } from './listener.ts'
import { serve } from './serve.ts'
import type { SocketHandler, SocketPeer, SocketSession } from './socket.ts'

let listener: Listener | undefined
afterEach(() => listener?.cutOff())

/** A session that notes what happens to it. */
class NotedSession implements SocketSession {
  readonly maxMessageBytes = 100
  readonly texts: string[] = []
  readonly #happened = new Map<string, PromiseWithResolvers<unknown[]>>()
  peer!: SocketPeer
  onText: (text: string) => void = (text) => this.peer.send(`heard ${text}`)

  opened(peer: SocketPeer) {
    this.peer = peer
    this.#note('opened').resolve([])
  }
  message(text: string) {
    this.texts.push(text)
    this.onText(text)
  }
  drained() {
    this.#note('drained').resolve([])
  }
  pong() {
    this.#note('pong').resolve([])
  }
  closed(code: number, reason: string) {
    this.#note('closed').resolve([code, reason])
  }
  when(event: 'opened' | 'drained' | 'pong' | 'closed') {
    return this.#note(event).promise
  }
  #note(event: string) {
    const noted = this.#happened.get(event) ?? Promise.withResolvers<unknown[]>()
    this.#happened.set(event, noted)
    return noted
  }
}

async function open(accept?: SocketHandler['accept']) {
  const session = new NotedSession()
  listener = await serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch: () => new Response('plain'),
    socket: { accept: accept ?? (() => Promise.resolve(session)) },
  })
  return { session, url: `ws://127.0.0.1:${listener.port}/ws`, port: listener.port }
}

/** A client as browsers have it. */
async function join(url: string) {
  const client = new WebSocket(url)
  const closed = once(client, 'close').then(([event]) => event as CloseEvent)
  const texts: unknown[] = []
  const arrived = Promise.withResolvers<unknown>()
  client.addEventListener('message', ({ data }) => {
    texts.push(data)
    arrived.resolve(data)
  })
  await once(client, 'open')
  return { client, closed, texts, arrived: arrived.promise }
}

/** A client that reads only when it is told to, and speaks only what it is given. */
async function joinSlowly(port: number, head: string[] = []): Promise<{ socket: Socket; status: string }> {
  const socket = connect(port, '127.0.0.1')
  const lines = ['connection: Upgrade', 'upgrade: websocket', 'sec-websocket-version: 13', ...head]
  const key = 'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ=='
  socket.write(['GET /ws?from=test HTTP/1.1', 'host: x', key, ...lines, '', ''].join('\r\n'))
  const [answer] = (await once(socket, 'data')) as [Buffer]
  socket.pause()
  return { socket, status: answer.toString().split('\r\n', 1)[0]! }
}

describe('sockets', () => {
  it('carry texts both ways', async () => {
    const { session, url } = await open()
    const { client, arrived } = await join(url)
    client.send('good morning')
    expect(await arrived).toBe('heard good morning')
    client.close(1000, 'bye')
    expect(await session.when('closed')).toEqual([1000, 'bye'])
  })

  it('are refused with the answer of the handler, who sees the request', async () => {
    let seen = ''
    const { port } = await open(async (request, info) => {
      seen = `${new URL(request.url).search} ${request.headers.get('cookie')} ${info.address}`
      return new Response('Who are you?', { status: 401 })
    })
    const { socket, status } = await joinSlowly(port, ['cookie: session=a'])
    expect(status).toBe('HTTP/1.1 401 Unauthorized')
    expect(seen).toBe('?from=test session=a 127.0.0.1')
    socket.destroy()
  })

  it('are refused when the handler breaks, and nobody else notices', async () => {
    const lost = new Promise((resolve) => process.once('unhandledRejection', resolve))
    const { port } = await open(() => Promise.reject(new Error('bug')))
    const { socket, status } = await joinSlowly(port)
    expect(status).toBe('HTTP/1.1 500 Internal Server Error')
    expect(await lost).toMatchObject({ message: 'bug' })
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('plain')
    socket.destroy()
  })

  it('leave other paths and plain requests to the pages', async () => {
    const { port } = await open()
    expect(await (await fetch(`http://127.0.0.1:${port}/ws`)).text()).toBe('plain')
    const other = connect(port, '127.0.0.1')
    other.write('GET /wsx HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n')
    const [answer] = (await once(other, 'data')) as [Buffer]
    expect(answer.toString()).toContain('HTTP/1.1 200 OK')
    other.destroy()
  })

  it('agree to the first protocol that a client offers, without which browsers hang up', async () => {
    const { url } = await open()
    const client = new WebSocket(url, ['daybook.v1', 'ticket.secret'])
    await once(client, 'open')
    expect(client.protocol).toBe('daybook.v1')
    client.close()
  })

  it('close with 1003 at a binary frame', async () => {
    const { session, url } = await open()
    const { client, closed } = await join(url)
    client.send(new Uint8Array([1, 2]))
    expect((await closed).code).toBe(1003)
    expect(session.texts).toEqual([])
  })

  it('close with 1009 at a text that is larger than the session takes, counted in bytes', async () => {
    const { session, url } = await open()
    const { client, closed } = await join(url)
    client.send('ü'.repeat(50))
    client.send('ü'.repeat(51))
    expect((await closed).code).toBe(1009)
    expect(session.texts).toEqual(['ü'.repeat(50)])
  })

  it('close with 1011 when the session breaks', async () => {
    const { session, url } = await open()
    const lost = new Promise((resolve) => process.once('unhandledRejection', resolve))
    session.onText = () => {
      throw new Error('bug')
    }
    const { client, closed } = await join(url)
    client.send('now')
    expect((await closed).code).toBe(1011)
    expect(await lost).toMatchObject({ message: 'bug' })
  })

  it('answer a ping', async () => {
    const { session, url } = await open()
    await join(url)
    session.peer.ping()
    await session.when('pong')
  })

  it('show what a slow reader has not taken, and say when it has', async () => {
    const { session, port } = await open()
    const { socket, status } = await joinSlowly(port)
    expect(status).toBe('HTTP/1.1 101 Switching Protocols')
    await session.when('opened')

    const text = 'x'.repeat(100_000)
    let sent = 0
    while (session.peer.bufferedBytes() < 1_000_000) {
      session.peer.send(text)
      sent += text.length
    }
    let received = 0
    socket.on('data', (bytes) => (received += bytes.length))
    socket.resume()
    await session.when('drained')
    expect(session.peer.bufferedBytes()).toBe(0)
    while (received < sent) await once(socket, 'data')
    socket.destroy()
    expect((await session.when('closed'))[0]).toBe(1006)
  })

  it('can be cut off without waiting for a silent reader', async () => {
    const { session, port } = await open()
    const { socket } = await joinSlowly(port)
    await session.when('opened')
    const ended = once(socket.resume(), 'close')
    session.peer.terminate()
    await session.when('closed')
    await ended
  })

  it('end the session at once when it closes, also beside a silent reader', async () => {
    const { session, port } = await open()
    const { socket } = await joinSlowly(port)
    await session.when('opened')
    session.peer.close(1013, 'Read faster')
    expect(await session.when('closed')).toEqual([1013, 'Read faster'])
    socket.destroy()
  })

  it('close with 1001 when the server stops, and the stop waits for them', async () => {
    const { session, url } = await open()
    const { closed } = await join(url)
    const stopped = listener!.stop()
    expect((await closed).code).toBe(1001)
    await stopped
    await session.when('closed')
  })

  it('do not hold up the stop when nobody answers the farewell', async () => {
    const { session, port } = await open()
    const { socket } = await joinSlowly(port)
    await session.when('opened')
    await listener!.stop()
    await session.when('closed')
    socket.destroy()
  })

  it('tell the session of its end also when the caller left before it could open', async () => {
    const asked = Promise.withResolvers<void>()
    const answer = Promise.withResolvers<SocketSession>()
    const session = new NotedSession()
    const { port } = await open(() => {
      asked.resolve()
      return answer.promise
    })
    const socket = connect(port, '127.0.0.1')
    socket.write(
      'GET /ws HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n' +
        'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    await asked.promise
    socket.resetAndDestroy()
    await new Promise((resolve) => setTimeout(resolve, 100))
    answer.resolve(session)
    expect((await session.when('closed'))[0]).toBe(1006)
  })
})
