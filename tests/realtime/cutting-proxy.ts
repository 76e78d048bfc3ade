import { connect, createServer, type Socket } from 'node:net'

/** A line that breaks: each connection is cut after some bytes from the server, wherever a frame may then be. */
export interface CuttingProxy extends AsyncDisposable {
  port: number
  /** How often a connection was cut. */
  cuts: number
}

/** Forwards to a port; `bytesUntilCut` is asked once a connection. */
export async function openCuttingProxy(target: number, bytesUntilCut: () => number): Promise<CuttingProxy> {
  const open = new Set<Socket>()
  const proxy = { cuts: 0, port: 0 }
  const server = createServer((client) => {
    let left = bytesUntilCut()
    const upstream = connect(target, '127.0.0.1')
    const cut = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', cut)
      socket.on('close', () => {
        open.delete(socket)
        cut()
      })
    }
    client.pipe(upstream)
    upstream.on('data', (bytes: Buffer) => {
      if (bytes.length < left) {
        left -= bytes.length
        return void client.write(bytes)
      }
      proxy.cuts += 1
      upstream.pause()
      client.write(bytes.subarray(0, left), cut)
      left = 0
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  proxy.port = (server.address() as { port: number }).port
  return Object.assign(proxy, {
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}
