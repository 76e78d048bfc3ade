import { createClient, type Client } from '#client/client.ts'
import type { TestApp } from '#testing/test-app.ts'
import type { Chances } from './random.ts'

/** The way from one client to the server: it breaks before or after a call, and carries some calls twice. */
export interface Network {
  api: Client
  offline: boolean
  /** Nothing goes wrong any more. */
  calm: boolean
}

/** Opens a way to a real server; what goes wrong on it is chance. */
export function openNetwork(app: TestApp, chances: Chances): Network {
  const send = async (request: Request) => app.daybook.app.fetch(request)
  const network: Network = {
    offline: false,
    calm: false,
    api: createClient({
      baseUrl: 'http://localhost',
      token: app.token,
      async fetch(request) {
        if (network.offline) throw new Error('Nobody answers')
        if (network.calm || request.method === 'GET') return send(request)
        if (chances.percent(10)) throw new Error('The call got lost')
        if (chances.percent(10)) await send(request.clone())
        const answer = await send(request)
        if (chances.percent(15)) throw new Error('The answer got lost')
        return answer
      },
    }),
  }
  return network
}
