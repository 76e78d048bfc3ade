import { WebSocket } from 'ws'

/** A socket of a test: what came, in order, and what to wait for. */
export interface TestSocket extends Disposable {
  socket: WebSocket
  frames: any[]
  send(frame: unknown): void
  /** The first frame, of those that came or will come, that a test wants. */
  next(wanted: (frame: any) => boolean): Promise<any>
  /** Sends a frame and waits for what ends it: `ok`, `problem`, `done`, `stopped` or `caughtUp`. */
  ask(frame: { id: string | number } & Record<string, unknown>): Promise<any>
  closed: Promise<{ code: number; reason: string }>
}

/** Opens a socket as a program would, with a token or with what headers a test gives. */
export async function openSocket(
  url: string,
  options: { token?: string; headers?: Record<string, string>; protocols?: string[] } = {},
): Promise<TestSocket> {
  const headers = { ...(options.token && { authorization: `Bearer ${options.token}` }), ...options.headers }
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, options.protocols ?? [], { headers })
  const frames: any[] = []
  let waiting: { wanted: (frame: any) => boolean; resolve: (frame: any) => void }[] = []
  socket.on('message', (data) => {
    const frame = JSON.parse(data.toString())
    frames.push(frame)
    const met = waiting.filter(({ wanted }) => wanted(frame))
    waiting = waiting.filter((each) => !met.includes(each))
    for (const { resolve } of met) resolve(frame)
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  )
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  // What breaks later is seen by its closing.
  socket.on('error', () => undefined)

  const next = (wanted: (frame: any) => boolean): Promise<any> => {
    const found = frames.find(wanted)
    return found ? Promise.resolve(found) : new Promise((resolve) => waiting.push({ wanted, resolve }))
  }
  return {
    socket,
    frames,
    closed,
    next,
    send: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    ask(frame) {
      socket.send(JSON.stringify(frame))
      return next((each) => each.id === frame.id && ENDS.some((end) => end in each))
    },
    [Symbol.dispose]: () => socket.terminate(),
  }
}

const ENDS = ['ok', 'problem', 'done', 'stopped', 'caughtUp']

/** The status and problem of an upgrade that is refused. */
export function refusedSocket(
  url: string,
  headers: Record<string, string> = {},
  protocols: string[] = [],
  query = '',
): Promise<{ status: number; code: string }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/ws${query}`, protocols, { headers })
    socket.once('open', () => reject(new Error('The socket was opened')))
    socket.once('error', reject)
    socket.once('unexpected-response', (_, response) => {
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode!, code: JSON.parse(text).code }))
    })
  })
}
