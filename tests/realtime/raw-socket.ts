import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'

/** A WebSocket client that does only what it is told: it answers no ping, and reads when it wants to. */
export interface RawSocket extends Disposable {
  stream: Socket
  /** Sends a text frame (RFC 6455, section 5.2), masked as a client must. */
  send(frame: unknown): void
  /** Text frames that came, and the closing code when there was one. */
  read(): { texts: string[]; code: number | null }
}

/** Opens one; the stream is paused as soon as it is open. */
export async function openRawSocket(url: string, token: string): Promise<RawSocket> {
  const { hostname, port, host } = new URL(url)
  const stream = connect(Number(port), hostname)
  stream.on('error', () => undefined)
  stream.write(
    `GET /ws HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nAuthorization: Bearer ${token}\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
  )
  const [head] = (await once(stream, 'data')) as [Buffer]
  if (!head.toString('latin1').startsWith('HTTP/1.1 101')) throw new Error(head.toString())
  stream.pause()
  const chunks: Buffer[] = [head.subarray(head.indexOf('\r\n\r\n') + 4)]
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.pause()
  return {
    stream,
    send: (frame) => void stream.write(masked(JSON.stringify(frame))),
    read: () => readFrames(Buffer.concat(chunks)),
    [Symbol.dispose]: () => stream.destroy(),
  }
}

function masked(text: string): Buffer {
  const payload = Buffer.from(text)
  const mask = randomBytes(4)
  const length =
    payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 255]
  return Buffer.concat([Buffer.from([0x81, ...length]), mask, payload.map((byte, n) => byte ^ mask[n % 4]!)])
}

function readFrames(bytes: Buffer): { texts: string[]; code: number | null } {
  const texts: string[] = []
  let code: number | null = null
  for (let at = 0; at + 2 <= bytes.length;) {
    const opcode = bytes[at]! & 15
    let length = bytes[at + 1]! & 127
    let start = at + 2
    if (length === 126) {
      if (start + 2 > bytes.length) break
      length = bytes.readUInt16BE(start)
      start += 2
    } else if (length === 127) {
      if (start + 8 > bytes.length) break
      length = Number(bytes.readBigUInt64BE(start))
      start += 8
    }
    if (start + length > bytes.length) break
    if (opcode === 1) texts.push(bytes.toString('utf8', start, start + length))
    if (opcode === 8) code = bytes.readUInt16BE(start)
    at = start + length
  }
  return { texts, code }
}
