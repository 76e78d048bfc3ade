import { RegExpRouter } from 'hono/router/reg-exp-router'
import { SmartRouter } from 'hono/router/smart-router'
import { TrieRouter } from 'hono/router/trie-router'
import type { Route } from './route.ts'

/** A route with the path's parameters as they stand in the URL, still encoded. */
export interface Match {
  route: Route
  parameters: string[]
}

/** Finds routes by method and path. */
export interface RouteTable {
  match(method: string, path: string): Match | null
  /** The methods a path takes; empty when there is no such path. */
  methodsOf(path: string): string[]
}

/** Builds the table. A path written out goes before one with parameters. */
export function createRouteTable(routes: readonly Route[]): RouteTable {
  const router = new SmartRouter<Route>({ routers: [new RegExpRouter(), new TrieRouter()] })
  const sorted = [...routes].sort((a, b) => a.parameters.length - b.parameters.length)
  for (const route of sorted) router.add(route.method, route.template.replace(/\{(\w+)\}/g, ':$1'), route)
  const methods = [...new Set(routes.map(({ method }) => method))].sort()

  function match(method: string, path: string): Match | null {
    const [handlers, stash] = router.match(method, path)
    const first = handlers[0]
    if (!first) return null
    const [route, indices] = first
    const parameters = route.parameters.map((name) => {
      const index = indices[name]!
      return stash ? stash[index as number]! : (index as string)
    })
    return { route, parameters }
  }

  return { match, methodsOf: (path) => methods.filter((method) => match(method, path) !== null) }
}
