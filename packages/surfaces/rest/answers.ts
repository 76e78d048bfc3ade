import type { Failure } from '#kernel/failure.ts'
import type { Budget } from '#kernel/pipeline/limits.ts'
import { toProblem } from '../to-problem.ts'
import { completeHeaders, jsonHeaders, problemHeaders } from './api-headers.ts'
import { namesRevision } from './if-match.ts'
import type { Route } from './route.ts'

/** What an answer says about its request besides its value. */
export interface AnswerContext {
  request: Request
  requestId: string
  /** Null where the limits were not asked. */
  budget: Budget | null
}

/** A command's or query's answer as JSON, with the ETag of its revision. */
export function answerValue(route: Route, value: unknown, context: AnswerContext): Response {
  const headers = jsonHeaders(context.requestId, context.budget)
  const record = value as { id?: unknown; rev?: unknown } | null
  const revision = record?.rev
  if (typeof revision === 'number') {
    headers.set('etag', `"${revision}"`)
    const known = route.safe ? context.request.headers.get('if-none-match') : null
    if (known !== null && namesRevision(known, revision)) return withoutBody(304, headers)
  }
  if (route.location !== null && typeof record?.id === 'string') headers.set('location', route.location + record.id)
  return new Response(JSON.stringify(value ?? {}), { status: route.status, headers })
}

/** A refusal as a problem document. */
export function answerFailure(failure: Failure, context: Omit<AnswerContext, 'request'>): Response {
  const problem = toProblem(failure, context.requestId)
  const headers = problemHeaders(context.requestId, context.budget)
  if (failure.retryAfter !== undefined) headers.set('retry-after', String(Math.ceil(failure.retryAfter)))
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer realm="Daybook"')
  // Whoever sends too much goes on sending: the connection is of no more use.
  if (problem.status === 413) headers.set('connection', 'close')
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

/** An endpoint's own answer, with the headers that every answer bears. */
export function answerRaw(response: Response, context: AnswerContext): Response {
  const headers = new Headers(response.headers)
  completeHeaders(headers, context.requestId, context.budget)
  return new Response(response.body, { status: response.status, headers })
}

/** An answer of headers alone. */
export function withoutBody(status: number, headers: Headers): Response {
  headers.delete('content-type')
  return new Response(null, { status, headers })
}
