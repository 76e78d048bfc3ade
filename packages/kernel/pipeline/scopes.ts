import type { AnyOperation } from '#contract/operation.ts'

/**
 * Whether a token's scopes reach an operation. Null is a session, which may do all its person may.
 * `read` and `write` are of every module but `admin`; `tasks:read` and `tasks:write` are of one; `admin` is all of
 * `admin`. Writing never includes reading: a script that files things need not see what is there.
 */
export function scopeAllows(scopes: readonly string[] | null, operation: ScopedOperation): boolean {
  if (scopes === null) return true
  return scopesFor(operation).some((scope) => scopes.includes(scope))
}

/** The scopes of which an operation needs one, the widest first. */
export function scopesFor(operation: ScopedOperation): string[] {
  const module = operation.name.split('.')[0]!
  if (module === 'admin') return ['admin']
  const verb = reads(operation) ? 'read' : 'write'
  return [verb, `${module}:${verb}`]
}

/** Whether one list of scopes holds all that another does: what a token makes is never wider than itself. */
export function scopesWithin(scopes: readonly string[], maker: readonly string[] | null): boolean {
  if (maker === null) return true
  return scopes.every((scope) => maker.includes(scope) || maker.includes(scope.split(':')[1] ?? scope))
}

/** What the scopes look at of an operation. */
type ScopedOperation = Pick<AnyOperation, 'name' | 'kind' | 'http'>

function reads({ kind, http }: ScopedOperation): boolean {
  return kind === 'query' || kind === 'stream' || (kind === 'endpoint' && http.method === 'GET')
}
