import { useQuery } from '@tanstack/react-query'
import { ProblemError } from '#client/problem-error.ts'

/** A JSON schema, as far as a form looks into it. */
export interface Schema {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  default?: unknown
  description?: string
  maxLength?: number
  minimum?: number
  maximum?: number
  $ref?: string
}

/** One member of an operation's input, and where it goes in the request. */
export interface InputMember {
  name: string
  place: 'path' | 'query' | 'body'
  required: boolean
  schema: Schema
}

/** An operation as the palette offers it. */
export interface PaletteOperation {
  name: string
  summary: string
  kind: string
  confirm: string
  method: string
  path: string
  members: InputMember[]
  takesFile: boolean
  /** The kind of record it answers, such as `tasks.task`; null where its answer has no name. */
  answers: string | null
}

interface DocumentOperation {
  summary: string
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema; description?: string }[]
  requestBody?: { content: Record<string, { schema?: { properties?: Record<string, Schema>; required?: string[] } }> }
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>
  'x-daybook-operation'?: { name: string; kind: string; confirm: string }
  'x-alias-of'?: string
}

interface ApiDocument {
  paths: Record<string, Record<string, DocumentOperation>>
  components: { schemas: Record<string, Schema> }
}

/** Every operation of this server, read from its API document once. */
export function useOperations() {
  return useQuery({ queryKey: ['openapi'], queryFn: readOperations, staleTime: Infinity })
}

async function readOperations({ signal }: { signal: AbortSignal }): Promise<PaletteOperation[]> {
  const response = await fetch('/api/v1/openapi.json', { signal }).catch((cause: unknown) => {
    throw ProblemError.network(cause)
  })
  if (!response.ok) throw await ProblemError.from(response)
  const document = (await response.json()) as ApiDocument
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const fact = operation['x-daybook-operation']
      return fact && !operation['x-alias-of'] ? [toOperation(document, path, method, operation, fact)] : []
    }),
  )
}

function toOperation(
  document: ApiDocument,
  path: string,
  method: string,
  operation: DocumentOperation,
  { name, kind, confirm }: { name: string; kind: string; confirm: string },
): PaletteOperation {
  const resolve = (schema: Schema = {}): Schema =>
    schema.$ref ? (document.components.schemas[schema.$ref.replace('#/components/schemas/', '')] ?? {}) : schema
  const parameters = (operation.parameters ?? []).filter(
    (parameter) => parameter.in === 'path' || parameter.in === 'query',
  )
  const json = operation.requestBody?.content['application/json']?.schema
  return {
    name,
    kind,
    confirm,
    path,
    summary: operation.summary,
    method: method.toUpperCase(),
    answers: answerKind(name, operation),
    takesFile: Boolean(operation.requestBody?.content['application/octet-stream']),
    members: [
      ...parameters.map((parameter) => ({
        name: parameter.name,
        place: parameter.in as 'path' | 'query',
        required: parameter.required ?? false,
        schema: { description: parameter.description, ...resolve(parameter.schema) },
      })),
      ...Object.entries(json?.properties ?? {}).map(([member, schema]) => ({
        name: member,
        place: 'body' as const,
        required: json?.required?.includes(member) ?? false,
        schema: resolve(schema),
      })),
    ],
  }
}

function answerKind(name: string, { responses = {} }: DocumentOperation): string | null {
  const good = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]
  const answer = good?.content?.['application/json']?.schema?.$ref?.replace('#/components/schemas/', '')
  return answer ? `${name.split('.')[0]}.${answer.toLowerCase()}` : null
}
