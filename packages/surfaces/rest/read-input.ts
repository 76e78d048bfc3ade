import { commonFailure, Failure } from '#kernel/failure.ts'
import { revisionOf } from './if-match.ts'
import { decodePercent, parseQuery } from './query-string.ts'
import { readBody } from './read-body.ts'
import type { Match } from './route-table.ts'

/** The input of a request: its path, query string, JSON body and If-Match, or why it cannot be read. */
export async function readInput(
  match: Match,
  query: string,
  request: Request,
  bodyLimit: number,
): Promise<Record<string, unknown> | Failure> {
  const { route } = match
  const input: Record<string, unknown> = {}

  for (const [index, name] of route.parameters.entries()) {
    const text = decodePercent(match.parameters[index]!)
    if (text === null) return fault(name, 'This is not percent-encoded UTF-8')
    input[name] = route.coerce(name)([text])
  }

  if (query !== '') {
    const members = parseQuery(query)
    if (members === null)
      return commonFailure('invalid-input', { detail: 'The query string is too long or not percent-encoded UTF-8' })
    for (const [name, texts] of members) {
      const clash = put(input, name, route.coerce(name)(texts))
      if (clash) return clash
    }
  }

  if (route.hasJsonBody) {
    const body = await readBody(request, bodyLimit)
    if (body instanceof Failure) return body
    for (const name of Object.keys(body)) {
      const clash = put(input, name, body[name])
      if (clash) return clash
    }
  }

  const ifMatch = route.safe ? null : request.headers.get('if-match')
  if (ifMatch !== null) {
    const revision = revisionOf(route.operation, ifMatch)
    if (revision instanceof Failure) return revision
    if (revision !== null && put(input, 'rev', revision))
      return commonFailure('bad-if-match', { detail: 'If-Match and rev name two revisions' })
  }
  return input
}

/** Sets a member. One that stands in two places must say the same in both. */
function put(input: Record<string, unknown>, name: string, value: unknown): Failure | null {
  // Assigned, this name would set the prototype instead of a member, and its schema would never see it.
  if (name === '__proto__') return fault(name, 'There is no such member')
  if (Object.hasOwn(input, name) && JSON.stringify(input[name]) !== JSON.stringify(value)) {
    return fault(name, 'This member stands in two places with two values')
  }
  input[name] = value
  return null
}

function fault(name: string, message: string): Failure {
  const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
  return commonFailure('invalid-input', { detail: `${name}: ${message}`, errors: [{ pointer, message }] })
}
