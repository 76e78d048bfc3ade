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

/** Builds the table. A segment written out goes before one that is a parameter. */
export function createRouteTable(routes: readonly Route[]): RouteTable {
  const exact = new Map<string, Match>()
  const prefix = sharedPrefix(routes.filter(({ parameters }) => parameters.length > 0))
  const trees = new Map<string, Branch>()
  for (const route of routes) {
    if (route.parameters.length === 0) exact.set(`${route.method} ${route.template}`, { route, parameters: [] })
    else add(trees.getOrInsertComputed(route.method, newBranch), route, prefix.length)
  }
  const methods = [...new Set(routes.map(({ method }) => method))].sort()

  function match(method: string, path: string): Match | null {
    const found = exact.get(`${method} ${path}`)
    if (found) return found
    const tree = trees.get(method)
    const start = path.startsWith(prefix) ? prefix.length : 0
    if (!tree || start === 0) return null
    const parameters: string[] = []
    const route = walk(tree, path, start, parameters)
    return route ? { route, parameters } : null
  }

  return { match, methodsOf: (path) => methods.filter((method) => match(method, path) !== null) }
}

/** Where a path goes on: by a segment that is written out, or by any. */
interface Branch {
  named: Map<string, Branch>
  /** The length of the longest name: an id is longer than any, and is not looked up. */
  longest: number
  any: Branch | null
  /** The route that ends here. */
  route: Route | null
}

function newBranch(): Branch {
  return { named: new Map(), longest: 0, any: null, route: null }
}

function add(tree: Branch, route: Route, start: number): void {
  let branch = tree
  for (const segment of route.template.slice(start).split('/')) {
    if (isParameter.test(segment)) branch = branch.any ??= newBranch()
    else {
      branch.longest = Math.max(branch.longest, segment.length)
      branch = branch.named.getOrInsertComputed(segment, newBranch)
    }
  }
  branch.route ??= route
}

/** What all paths begin with, up to a slash: nobody walks through it. */
function sharedPrefix(routes: readonly Route[]): string {
  let prefix = routes[0]?.template ?? '/'
  for (const { template } of routes) {
    while (!template.startsWith(prefix) || !prefix.endsWith('/')) prefix = prefix.slice(0, -1)
  }
  const parameter = prefix.indexOf('{')
  return parameter < 0 ? prefix : prefix.slice(0, parameter)
}

const isParameter = /^\{\w+\}$/

/** The route of the path from one of its segments on; what stands for parameters is gathered on the way. */
function walk(branch: Branch, path: string, start: number, parameters: string[]): Route | null {
  const slash = path.indexOf('/', start)
  const end = slash < 0 ? path.length : slash
  const segment = path.slice(start, end)
  const named = segment.length <= branch.longest ? branch.named.get(segment) : undefined
  const found = named && (slash < 0 ? named.route : walk(named, path, end + 1, parameters))
  if (found) return found
  const { any } = branch
  if (!any || segment === '') return null
  const before = parameters.length
  parameters.push(segment)
  const other = slash < 0 ? any.route : walk(any, path, end + 1, parameters)
  if (!other) parameters.length = before
  return other
}
