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
  const trees = new Map<string, Branch>()
  for (const route of routes) {
    if (route.parameters.length === 0) exact.set(`${route.method} ${route.template}`, { route, parameters: [] })
    else add(trees.getOrInsertComputed(route.method, newBranch), route)
  }
  const methods = [...new Set(routes.map(({ method }) => method))].sort()

  function match(method: string, path: string): Match | null {
    const found = exact.get(`${method} ${path}`)
    if (found) return found
    const tree = trees.get(method)
    const parameters: string[] = []
    const route = tree && walk(tree, path, 1, parameters)
    return route ? { route, parameters } : null
  }

  return { match, methodsOf: (path) => methods.filter((method) => match(method, path) !== null) }
}

/** Where a path goes on: by a segment that is written out, or by any. */
interface Branch {
  named: Map<string, Branch>
  any: Branch | null
  /** The route that ends here. */
  route: Route | null
}

function newBranch(): Branch {
  return { named: new Map(), any: null, route: null }
}

function add(tree: Branch, route: Route): void {
  let branch = tree
  for (const segment of route.template.slice(1).split('/')) {
    if (isParameter.test(segment)) branch = branch.any ??= newBranch()
    else branch = branch.named.getOrInsertComputed(segment, newBranch)
  }
  branch.route ??= route
}

const isParameter = /^\{\w+\}$/

/** The route of the path from one of its segments on; what stands for parameters is gathered on the way. */
function walk(branch: Branch, path: string, start: number, parameters: string[]): Route | null {
  const slash = path.indexOf('/', start)
  const segment = slash < 0 ? path.slice(start) : path.slice(start, slash)
  const onward = (next: Branch) => (slash < 0 ? next.route : walk(next, path, slash + 1, parameters))
  const named = branch.named.get(segment)
  const found = named && onward(named)
  if (found) return found
  if (!branch.any || segment === '') return null
  const before = parameters.length
  parameters.push(segment)
  const other = onward(branch.any)
  if (!other) parameters.length = before
  return other
}
