import { API_PREFIX } from '#contract/api-prefix.ts'
import { createClient, type CallOptions, type ClientOptions } from './client.ts'
import type { Invoke, OperationMap } from './operation-types.ts'

interface Described {
  operationId: string
  'x-alias-of'?: string
  'x-daybook-operation': { name: string }
}

/**
 * Calls operations by name over HTTP. The routes are those of the server's own API document, read once when the first
 * call is made, so that no contract has to be bundled.
 */
export function createInvoke<Operations extends OperationMap>(options: ClientOptions): Invoke<Operations, CallOptions> {
  const client = createClient(options)
  let routes: Promise<Map<string, { method: string; path: string }>> | undefined

  return async (name, input, call) => {
    routes ??= readRoutes(options).catch((cause: unknown) => {
      routes = undefined
      throw cause
    })
    const http = (await routes).get(name)
    if (!http) throw new Error(`There is no operation ${name}`)
    return client.call({ http } as never, input, call) as never
  }
}

async function readRoutes(options: ClientOptions): Promise<Map<string, { method: string; path: string }>> {
  const client = createClient(options)
  const document = { http: { method: 'GET', path: '/openapi.json' } }
  const { paths } = (await client.call(document as never, {})) as { paths: Record<string, Record<string, Described>> }
  const routes = new Map<string, { method: string; path: string }>()
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, described] of Object.entries(methods)) {
      if (described['x-alias-of'] !== undefined) continue
      const below = path.startsWith(API_PREFIX) ? path.slice(API_PREFIX.length) : path
      routes.set(described['x-daybook-operation'].name, { method: method.toUpperCase(), path: below })
    }
  }
  return routes
}
