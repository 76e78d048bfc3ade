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
  const exact = new Map<string, Match>()
  const router = new SmartRouter<Route>({ routers: [new RegExpRouter(), new TrieRouter()] })
  for (const route of routes) {
    if (route.parameters.length === 0) exact.set(`${route.method} ${route.template}`, { route, parameters: [] })
    else router.add(route.method, withPlainNames(route), route)
  }
  const methods = [...new Set(routes.map(({ method }) => method))].sort()

  function match(method: string, path: string): Match | null {
    const found = exact.get(`${method} ${path}`)
    if (found) return found
    const [handlers, stash] = router.match(method, path)
    const first = handlers[0]
    if (!first) return null
    const [route, indices] = first
    const parameters = route.parameters.map((_, place) => {
      const index = indices[nameOf(place)]!
      return stash ? stash[index as number]! : (index as string)
    })
    return { route, parameters }
  }

  return { match, methodsOf: (path) => methods.filter((method) => match(method, path) !== null) }
}

/**
 * The path with its parameters named by their place. Where two routes name the same segment differently, the router
 * that compiles one expression gives up, and the one that takes its place is several times slower.
 */
function withPlainNames({ template }: Route): string {
  let place = 0
  return template.replace(/\{\w+\}/g, () => `:${nameOf(place++)}`)
}

function nameOf(place: number): string {
  return `p${place}`
}
