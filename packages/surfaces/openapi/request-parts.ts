import { inputShape, type JsonSchema } from '../input-shape.ts'
import type { Route } from '../rest/route.ts'

/** What a request of a route is made of, from the operation's input as the document writes it. */
export function requestParts(route: Route, input: JsonSchema): { parameters: unknown[]; requestBody?: unknown } {
  const { operation } = route
  const members = Object.entries(input.properties ?? {})
  const inPath = members.filter(([name]) => route.parameters.includes(name))
  const rest = members.filter(([name]) => !route.parameters.includes(name))
  const bodied = route.hasJsonBody && route.method !== 'DELETE'
  const toParameter =
    (place: 'path' | 'query') =>
    ([name, schema]: [string, JsonSchema]) =>
      parameter(route, place, name, schema)

  const parameters = [
    ...inPath.map(toParameter('path')),
    ...(bodied ? [] : rest.map(toParameter('query'))),
    ...headerParameters(route),
  ]
  if (bodied && rest.length > 0) return { parameters, requestBody: jsonBody(route, input, Object.fromEntries(rest)) }
  if (!route.safe && operation.kind === 'endpoint' && rest.length > 0) return { parameters, requestBody: rawBody }
  return { parameters }
}

const rawBody = { description: 'The file itself', required: true, content: { 'application/octet-stream': {} } }

function parameter(route: Route, place: 'path' | 'query', name: string, member: JsonSchema): unknown {
  const { description, ...schema } = member
  const example = (route.operation.example as Record<string, unknown> | undefined)?.[name]
  return {
    name,
    in: place,
    required: place === 'path' || inputShape(route.operation).required.has(name),
    ...(description !== undefined && { description }),
    schema,
    ...(example !== undefined && { example }),
  }
}

function jsonBody(route: Route, input: JsonSchema, properties: Record<string, JsonSchema>): unknown {
  const required = (input.required ?? []).filter((name) => name in properties)
  const example = Object.fromEntries(
    Object.entries((route.operation.example ?? {}) as object).filter(([name]) => name in properties),
  )
  const schema = { type: 'object', properties, ...(required.length > 0 && { required }), additionalProperties: false }
  return { required: required.length > 0, content: { 'application/json': { schema, example } } }
}

function headerParameters(route: Route): unknown[] {
  const reference = (name: string) => ({ $ref: `#/components/parameters/${name}` })
  const { operation } = route
  if (operation.kind !== 'command') return []
  return [reference('IdempotencyKey'), ...(inputShape(operation).members.has('rev') ? [reference('IfMatch')] : [])]
}
