import { API_PREFIX, wholePath } from '#contract/api-prefix.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { inputShape } from '../input-shape.ts'
import { coercionFor, type Coerce } from './coerce-text.ts'
import { successStatus } from './success-status.ts'

/** One way to reach an operation, with all that can be known before a request comes. */
export interface Route {
  operation: AnyOperation
  method: string
  /** The whole path with its parameters in braces. */
  template: string
  /** The names of the path's parameters, in order. */
  parameters: readonly string[]
  status: number
  /** `GET` and `HEAD`: asking changes nothing. */
  safe: boolean
  /** The body is JSON that belongs to the input. An endpoint that needs no member of it reads its body raw. */
  hasJsonBody: boolean
  /** Where a made record is read: the path before its id. */
  location: string | null
  coerce(name: string): Coerce
}

/** The routes of the operations: each one's own path, then its aliases. */
export function routesOf(operations: readonly AnyOperation[]): Route[] {
  const readers = new Set(operations.filter(({ kind }) => kind === 'query').map(({ http }) => http.path))
  return operations.flatMap((operation) =>
    [operation.http, ...operation.aliases].map((http) => toRoute(operation, http, readers)),
  )
}

function toRoute(operation: AnyOperation, http: { method: string; path: string }, readers: ReadonlySet<string>): Route {
  const parameters = [...http.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const status = successStatus(operation)
  const safe = http.method === 'GET'
  return {
    operation,
    method: http.method,
    template: wholePath(http.path),
    parameters,
    status,
    safe,
    hasJsonBody: !safe && (operation.kind !== 'endpoint' || needsBody(operation, parameters)),
    location: status === 201 && readers.has(`${http.path}/{id}`) ? `${API_PREFIX}${http.path}/` : null,
    coerce: createCoercions(operation),
  }
}

function needsBody(operation: AnyOperation, parameters: readonly string[]): boolean {
  return [...inputShape(operation).required].some((name) => !parameters.includes(name))
}

function createCoercions(operation: AnyOperation): (name: string) => Coerce {
  const known = new Map<string, Coerce>()
  return (name) => {
    const found = known.get(name)
    if (found) return found
    const coerce = coercionFor(inputShape(operation).members.get(name))
    // Only declared names are kept: strangers choose the others.
    if (inputShape(operation).members.has(name)) known.set(name, coerce)
    return coerce
  }
}
