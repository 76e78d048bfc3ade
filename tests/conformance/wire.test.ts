import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Listener } from '#platform/runtime/listener.ts'
import { serve } from '#platform/runtime/serve.ts'
import { openTestApp, type TestApp } from '#testing/test-app.ts'

let app: TestApp
let listener: Listener
let authorized: string

beforeAll(async () => {
  app = await openTestApp()
  listener = await serve({
    fetch: (request, info) => app.daybook.app.fetch(request, info),
    port: 0,
    hostname: '127.0.0.1',
  })
  authorized = `Host: 127.0.0.1:${listener.port}\r\nAuthorization: Bearer ${app.token}\r\n`
})
afterAll(async () => {
  await listener.cutOff()
  await app[Symbol.asyncDispose]()
})

interface Reply {
  status: number
  text: string
  /** Bytes written until the answer came. */
  written: number
}

/** Writes raw bytes to the port and reads the first answer; `more` is asked for bytes until it is answered. */
function exchange(head: string, more?: () => string | null): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const socket = connect(listener.port, '127.0.0.1')
    let text = ''
    let written = 0
    const finish = (): void => {
      socket.destroy()
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)
      resolve({ status, text, written })
    }
    const write = (): void => {
      for (let next = more?.(); next !== null && next !== undefined; next = more?.()) {
        written += next.length
        if (!socket.write(next, 'latin1')) return void socket.once('drain', write)
      }
    }
    socket.setTimeout(10_000, () => reject(new Error(`No answer to ${head.slice(0, 200)}`)))
    socket.on('connect', () => {
      socket.write(head, 'latin1')
      write()
    })
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      const length = /content-length: (\d+)/i.exec(text)?.[1]
      const bodyStart = text.indexOf('\r\n\r\n') + 4
      if (bodyStart > 3 && length !== undefined && text.length - bodyStart >= Number(length)) finish()
    })
    socket.on('close', finish)
    // A server that hangs up while we still write has answered all the same.
    socket.on('error', finish)
  })
}

const get = (target: string, headers = authorized) =>
  exchange(`GET ${target} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`)
const post = (body: string, headers = 'Content-Type: application/json\r\n', target = '/api/v1/tasks') =>
  exchange(
    `POST ${target} HTTP/1.1\r\n${authorized}${headers}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  )

async function expectAlive(): Promise<void> {
  expect((await get('/api/v1/tasks')).status).toBe(200)
}

describe('on the wire', () => {
  it('malformed JSON is a declared error', async () => {
    for (const body of ['{', '{"title":}', '\xff\xfe', '{"title":"a"', "{'title':'a'}"]) {
      const { status, text } = await post(body)
      expect([status, text.includes('"malformed-body"')], body).toEqual([400, true])
    }
  })

  it('JSON 100,000 levels deep is a declared error', async () => {
    for (const body of [`{"title":${'['.repeat(100_000)}`, `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`]) {
      expect((await post(body)).text).toContain('"malformed-body"')
    }
    await expectAlive()
  })

  it('a body of 100 MB is refused by its length, before it is sent', async () => {
    const { status, text } = await exchange(
      `POST /api/v1/tasks HTTP/1.1\r\n${authorized}Content-Type: application/json\r\nContent-Length: 104857600\r\n\r\n`,
    )
    expect([status, text.includes('"body-too-large"')]).toEqual([413, true])
  })

  it('an endless body without a length is refused early', async () => {
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`
    let chunks = 0
    const { status, written } = await exchange(
      `POST /api/v1/tasks HTTP/1.1\r\n${authorized}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
      () => (chunks++ < 1600 ? chunk : null),
    )
    expect(status).toBe(413)
    expect(written).toBeLessThan(50 * 1024 * 1024)
    await expectAlive()
  })

  it('a chunked body is read', async () => {
    const body = '{"title":"In pieces"}'
    const pieces = body
      .split('')
      .map((char) => `1\r\n${char}\r\n`)
      .join('')
    const { status } = await exchange(
      `POST /api/v1/tasks HTTP/1.1\r\n${authorized}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${pieces}0\r\n\r\n`,
    )
    expect(status).toBe(201)
  })

  it('another media type is not understood', async () => {
    for (const type of [
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=a',
    ]) {
      expect((await post('title=a', `Content-Type: ${type}\r\n`)).status, type).toBe(415)
    }
  })

  it('invalid percent-encoding is a declared error', async () => {
    for (const target of [
      '/api/v1/tasks/%',
      '/api/v1/tasks/%zz',
      '/api/v1/tasks/%ff%fe',
      '/api/v1/tasks?view=%',
      '/api/v1/tasks?%c3=1',
    ]) {
      expect((await get(target)).status, target).toBe(400)
    }
  })

  it('a path cannot climb', async () => {
    for (const target of [
      '/../../etc/passwd',
      '/api/v1/../../../etc/passwd',
      '/api/v1/tasks/..%2f..%2fetc%2fpasswd',
      '/api/v1/attachments/..\\..\\x',
      '//etc/passwd',
      '/api/docs/../../x',
    ]) {
      const { status, text } = await get(target)
      expect([400, 404], target).toContain(status)
      expect(text).not.toContain('root:')
    }
  })

  it('a huge query string or header is refused', async () => {
    for (const size of [17_000, 100_000, 2_000_000]) {
      expect([400, 413, 414, 431], String(size)).toContain((await get(`/api/v1/tasks?view=${'a'.repeat(size)}`)).status)
      expect([200, 400, 413, 431], String(size)).toContain(
        (await get('/api/v1/tasks', `${authorized}X-Junk: ${'a'.repeat(size)}\r\n`)).status,
      )
    }
    await expectAlive()
  })

  it('junk in headers breaks nothing', async () => {
    for (const line of [
      'If-None-Match: \x01',
      'X-Request-ID: \xff\xfe',
      'Idempotency-Key: ',
      'Cookie: ;;;===;',
      'Authorization: Bearer',
      'Accept: */*;q=junk',
      'Range: bytes=9-1',
      'Content-Length: 0',
      'Expect: 200-maybe',
    ]) {
      const { status } = await get('/api/v1/tasks', `Host: 127.0.0.1\r\n${line}\r\n`)
      expect([400, 401, 417], line).toContain(status)
    }
    await expectAlive()
  })

  it('what is not HTTP is refused or cut off', async () => {
    for (const junk of [
      '\x00\x01\x02\r\n\r\n',
      'GET\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      `POST /api/v1/tasks HTTP/1.1\r\n${authorized}Content-Length: -1\r\n\r\n`,
      `POST /api/v1/tasks HTTP/1.1\r\n${authorized}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
    ]) {
      expect([0, 400, 501, 505], JSON.stringify(junk)).toContain((await exchange(junk)).status)
    }
    await expectAlive()
  })

  it('another host name is refused', async () => {
    const { status, text } = await get('/api/v1/tasks', `Host: evil.test\r\nAuthorization: Bearer ${app.token}\r\n`)
    expect([status, text.includes('"host-refused"')]).toEqual([403, true])
  })
})
