import type { AnyOperation } from '#contract/operation.ts'
import { redactorOf } from '#kernel/audit/redact.ts'
import { routesOf, type Route } from '../rest/route.ts'

/** A request that carries out an operation's example, as any collection writes it. Secrets are names of variables. */
export interface SampleRequest {
  /** The operation's name. */
  name: string
  summary: string
  /** The module, by which requests stand together. */
  folder: string
  method: string
  /** The whole path, with `{member}` where a member of the input goes. */
  template: string
  path: [name: string, value: string][]
  query: [name: string, value: string][]
  /** JSON text; `file` where the body is a file; null where there is none. */
  body: { json: string } | 'file' | null
  /** Whether somebody has to be signed in. */
  signedIn: boolean
  /** Variables the request needs for secrets. */
  variables: string[]
}

/** The examples of the operations, each by its own route. */
export function sampleRequests(operations: readonly AnyOperation[]): SampleRequest[] {
  const routes = routesOf(operations)
  return operations.map((operation) => toSample(routes.find((route) => route.operation === operation)!))
}

/** Requests by module, in the order of the registry. */
export function byFolder(requests: readonly SampleRequest[]): [folder: string, requests: SampleRequest[]][] {
  return [...Map.groupBy(requests, ({ folder }) => folder)]
}

function toSample(route: Route): SampleRequest {
  const { operation, method, template, parameters, safe, hasJsonBody } = route
  const { members, variables } = withoutSecrets(operation)
  const rest = Object.entries(members).filter(([name]) => !parameters.includes(name))
  const bodied = hasJsonBody && method !== 'DELETE'
  return {
    name: operation.name,
    summary: operation.summary,
    folder: operation.name.split('.')[0]!,
    method,
    template,
    path: parameters.map((name) => [name, String(members[name] ?? name)]),
    query: bodied
      ? []
      : rest.flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)])),
    body: bodied
      ? { json: JSON.stringify(Object.fromEntries(rest), null, 2) }
      : !safe && operation.kind === 'endpoint' && !hasJsonBody
        ? 'file'
        : null,
    signedIn: operation.access !== 'anonymous',
    variables,
  }
}

/** The example with a variable in the place of every secret: nobody should type one into a file that is shared. */
function withoutSecrets(operation: AnyOperation): { members: Record<string, unknown>; variables: string[] } {
  const example = (operation.example ?? {}) as Record<string, unknown>
  const redacted = redactorOf(operation.input)(example) as Record<string, unknown>
  const variables = Object.keys(example).filter((name) => redacted[name] !== example[name])
  const hidden = Object.fromEntries(variables.map((name) => [name, `{{${name}}}`]))
  return { members: { ...example, ...hidden }, variables }
}
