import type { Budget } from '#kernel/pipeline/limits.ts'

const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What every answer of the API bears: it is data, for this origin alone, and nobody keeps it. */
const shared: Record<string, string> = {
  'cache-control': 'no-store',
  'content-security-policy': POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}
const json = new Headers({ ...shared, 'content-type': 'application/json' })
const problem = new Headers({ ...shared, 'content-type': 'application/problem+json' })

/** Headers for a JSON answer. Copying a built set is the cheapest way on both runtimes. */
export function jsonHeaders(requestId: string, budget: Budget | null): Headers {
  return addressed(new Headers(json), requestId, budget)
}

/** Headers for a problem document. */
export function problemHeaders(requestId: string, budget: Budget | null): Headers {
  return addressed(new Headers(problem), requestId, budget)
}

/** Adds what an endpoint's own answer lacks. What it says itself, such as a policy for a frame, stays. */
export function completeHeaders(headers: Headers, requestId: string, budget: Budget | null): void {
  for (const [name, value] of Object.entries(shared)) if (!headers.has(name)) headers.set(name, value)
  addressed(headers, requestId, budget)
}

function addressed(headers: Headers, requestId: string, budget: Budget | null): Headers {
  headers.set('x-request-id', requestId)
  if (!budget) return headers
  headers.set('ratelimit-limit', String(budget.limit))
  headers.set('ratelimit-remaining', String(budget.remaining))
  headers.set('ratelimit-reset', String(budget.resetSeconds))
  return headers
}
