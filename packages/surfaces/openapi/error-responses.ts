import type { AnyOperation } from '#contract/operation.ts'
import type { ErrorDeclaration } from '#contract/errors.ts'
import { statusOf } from '../error-table.ts'
import { errorsOf } from '../operation-errors.ts'

/** An operation's refusals, a response for each status with the codes it may bear, by the method of a route of its. */
export function errorResponses(operation: AnyOperation, method: string): Record<string, unknown> {
  const byStatus = Map.groupBy(Object.entries(errorsOf(operation, method)), ([code, declaration]) =>
    statusOf(code, declaration),
  )
  const sorted = [...byStatus].sort(([a], [b]) => a - b)
  return Object.fromEntries(sorted.map(([status, errors]) => [String(status), toResponse(status, errors)]))
}

function toResponse(status: number, errors: [string, ErrorDeclaration][]): unknown {
  const codes = errors.map(([code]) => code).sort()
  return {
    description: errors
      .map(([code, { message }]) => `\`${code}\`: ${message}`)
      .sort()
      .join('\n\n'),
    headers: errorHeaders(status),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object', properties: { code: { type: 'string', enum: codes } } },
          ],
        },
      },
    },
  }
}

function errorHeaders(status: number): Record<string, unknown> {
  return {
    'X-Request-ID': { $ref: '#/components/headers/RequestId' },
    ...(status === 429 && { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } }),
  }
}
