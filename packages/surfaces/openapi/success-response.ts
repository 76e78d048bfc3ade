import type { JsonSchema } from '../input-shape.ts'
import type { Route } from '../rest/route.ts'

/** The responses of a route's success: its answer, and 304 where an ETag can say that nothing has changed. */
export function successResponses(route: Route, output: JsonSchema, hasRevision: boolean): Record<string, unknown> {
  const { operation } = route
  const headers = {
    'X-Request-ID': reference('RequestId'),
    ...(operation.kind !== 'endpoint' && hasRevision && { ETag: reference('ETag') }),
    ...(route.location !== null && { Location: reference('Location') }),
    'RateLimit-Limit': reference('RateLimitLimit'),
    'RateLimit-Remaining': reference('RateLimitRemaining'),
    'RateLimit-Reset': reference('RateLimitReset'),
  }
  const success = { description: descriptionOf(route), headers, content: contentOf(route, output) }
  const unchanged = { description: 'You have this revision already', headers: { ETag: reference('ETag') } }
  return { [route.status]: success, ...(operation.kind === 'query' && hasRevision && { 304: unchanged }) }
}

function reference(name: string): unknown {
  return { $ref: `#/components/headers/${name}` }
}

function descriptionOf(route: Route): string {
  if (route.operation.kind === 'stream')
    return 'One server-sent event a record, until it ends; the last may be {"problem": …}'
  if (route.status === 202) return 'The work has begun; follow the job'
  return route.status === 201 ? 'Made' : 'Done'
}

function contentOf(route: Route, output: JsonSchema): unknown {
  if (route.operation.kind === 'stream') return { 'text/event-stream': { schema: output } }
  // An endpoint that answers text answers a document or a file of its own type.
  if (route.operation.kind === 'endpoint' && output.type === 'string') return { '*/*': {} }
  return { 'application/json': { schema: output } }
}
