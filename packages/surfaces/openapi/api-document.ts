import type { AnyOperation } from '#contract/operation.ts'
import type { JsonSchema } from '../input-shape.ts'
import { routesOf, type Route } from '../rest/route.ts'
import { ComponentSchemas } from './component-schemas.ts'
import { errorResponses } from './error-responses.ts'
import { requestParts } from './request-parts.ts'
import { problemSchema, securitySchemes, sharedHeaders, sharedParameters } from './shared-components.ts'
import { successResponses } from './success-response.ts'

/** An OpenAPI document (3.1), as far as its readers here look into it. */
export interface ApiDocument {
  [member: string]: unknown
  openapi: string
  tags: { name: string }[]
  paths: Record<string, Record<string, ApiOperation>>
  components: { schemas: Record<string, JsonSchema> } & Record<string, unknown>
}

/** One operation of the document. */
export interface ApiOperation {
  [member: string]: unknown
  operationId: string
  summary: string
  tags: string[]
  parameters: Record<string, any>[]
  requestBody?: Record<string, any>
  responses: Record<string, any>
  'x-daybook-operation': { name: string; kind: string; confirm: string; access: string; startsJob: boolean }
  'x-alias-of'?: string
}

/** Describes every public operation with its whole path, aliases too. The order is that of the registry. */
export function apiDocument(operations: readonly AnyOperation[]): ApiDocument {
  const schemas = new ComponentSchemas()
  const paths: ApiDocument['paths'] = {}
  const aliasCounts = new Map<AnyOperation, number>()
  for (const route of routesOf(operations)) {
    const seen = aliasCounts.get(route.operation) ?? 0
    aliasCounts.set(route.operation, seen + 1)
    const path = (paths[route.template] ??= {})
    path[route.method.toLowerCase()] = apiOperation(route, seen, schemas)
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Daybook',
      version: '1',
      summary: 'Mail, tasks and search in one place, on your own machine',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map(moduleOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...schemas.all, Problem: problemSchema },
      headers: sharedHeaders,
      parameters: sharedParameters,
      securitySchemes,
    },
  }
}

function apiOperation(route: Route, alias: number, schemas: ComponentSchemas): ApiOperation {
  const { operation } = route
  const input = schemas.add(operation.input, 'input')
  const output = schemas.add(operation.output, 'output')
  const resolved = schemas.resolve(output)
  const { name, kind, access, startsJob, agent } = operation
  return {
    operationId: alias === 0 ? name : `${name}.alias-${alias}`,
    summary: operation.summary,
    tags: [moduleOf(operation)],
    ...(alias > 0 && { 'x-alias-of': name }),
    'x-daybook-operation': { name, kind, confirm: agent.confirm, access, startsJob },
    security: access === 'anonymous' ? [] : [{ token: [] }, { session: [] }],
    ...(requestParts(route, schemas.resolve(input)) as Pick<ApiOperation, 'parameters'>),
    responses: {
      ...successResponses(route, output, 'rev' in (resolved.properties ?? {})),
      ...errorResponses(operation, route.method),
    },
  }
}

/** The module an operation is of: its name up to the dot. */
function moduleOf(operation: AnyOperation): string {
  return operation.name.split('.')[0]!
}
