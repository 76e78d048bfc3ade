import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'

/** A way to a server on loopback that counts the bytes of both directions. */
export interface CountingProxy extends AsyncDisposable {
  port: number
  /** Bytes since the last look. */
  take(): number
}

export async function countingProxy(target: number): Promise<CountingProxy> {
  let bytes = 0
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = createConnection(target, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (part: Buffer) => {
        bytes += part.length
        to.write(part)
      })
      // Whoever ends, the other has nobody left to talk to.
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    take() {
      const taken = bytes
      bytes = 0
      return taken
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
