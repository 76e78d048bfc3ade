import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { defineModule } from '#kernel/module.ts'
import identity from '#modules/identity/server/module.ts'
import mail from '#modules/mail/server/module.ts'
import { provideRemote, remote } from '#modules/mail/server/tidying/remote/remote.ts'
import { openTestApp, type TestApp } from '#testing/test-app.ts'

/** Everything beyond this machine, on one port of it. */
export interface Internet extends AsyncDisposable {
  /** What was asked of it, as `METHOD host/path`. */
  asked: string[]
  headers: IncomingHttpHeaders[]
  bodies: string[]
  /** The status that requests to leave a list get. */
  status: number
  app: TestApp
}

/** A PNG of 40 by 30. Its size is all that is looked at. */
export const picture = png(40, 30)

/** Opens an app whose requests to the internet reach a server of this test. */
export async function openWithInternet(): Promise<Internet> {
  const server = createServer((request, response) => {
    const name = request.url ?? ''
    internet.asked.push(`${request.method} ${request.headers.host}${name}`)
    internet.headers.push(request.headers)
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      internet.bodies.push(body)
      if (request.method === 'POST') return response.writeHead(internet.status).end()
      if (name.startsWith('/pixel')) return response.end(png(1, 1))
      if (name.startsWith('/svg')) return response.end('<svg xmlns="http://www.w3.org/2000/svg"/>')
      if (name.startsWith('/inside')) return response.writeHead(302, { location: 'https://127.0.0.1/' }).end()
      return response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'a=b' }).end(picture)
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const reached = provideRemote({
    resolve: (host) => Promise.resolve(host.includes('inside') ? ['10.0.0.1'] : ['1.1.1.1']),
    allows: (address) => address === '1.1.1.1',
    plainPort: (server.address() as AddressInfo).port,
  })
  const others = (mail.services ?? []).filter(({ service }) => service.name !== remote.name)
  const app = await openTestApp({ modules: [identity, defineModule({ ...mail, services: [...others, reached] })] })
  const internet: Internet = {
    asked: [],
    headers: [],
    bodies: [],
    status: 200,
    app,
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]()
      server.closeAllConnections()
      server.close()
    },
  }
  return internet
}

function png(width: number, height: number): Buffer {
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const size = Buffer.alloc(17)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  return Buffer.concat([header, size])
}
