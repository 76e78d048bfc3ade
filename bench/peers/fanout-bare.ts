/**
 * What Daybook's sockets are measured against: Bun's own WebSocket server, which keeps nothing, checks nothing, and
 * sends one prepared text to everybody who subscribed. It understands the two frames that the clients send.
 * Usage: bun fanout-bare.ts
 */
interface BareSocket {
  send(text: string): number
}

declare const Bun: { serve(options: object): { port: number } }

const subscribers = new Set<BareSocket>()
let position = 0

const server = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch: (request: Request, own: { upgrade(request: Request): boolean }) =>
    own.upgrade(request) ? undefined : new Response(null, { status: 400 }),
  websocket: {
    perMessageDeflate: false,
    message(socket: BareSocket, text: string) {
      const frame = JSON.parse(text) as { id: number; subscribe?: object; call?: string }
      if (frame.subscribe) {
        subscribers.add(socket)
        return socket.send(JSON.stringify({ id: frame.id, caughtUp: position }))
      }
      const event = eventText(++position)
      for (const subscriber of subscribers) subscriber.send(event)
      return socket.send(JSON.stringify({ id: frame.id, ok: {} }))
    },
    close: (socket: BareSocket) => subscribers.delete(socket),
  },
})
console.log(`Fan-out server at ws://127.0.0.1:${server.port}/ws with nobody`)

/** As many bytes as an event of Daybook has. */
function eventText(at: number): string {
  const id = '01933b6e-8f00-7000-8000-000000000001'
  const event = { id, type: 'tasks.created', subjectId: id, actorId: id, at: new Date().toISOString(), data: { id } }
  return JSON.stringify({ id: 1, event, position: at })
}
