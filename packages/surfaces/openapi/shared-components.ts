import { errorTable } from '../error-table.ts'
import type { JsonSchema } from '../input-shape.ts'

const text = (description: string) => ({ description, schema: { type: 'string' } })
const count = (description: string) => ({ description, schema: { type: 'integer' } })

/** Headers that many answers bear. */
export const sharedHeaders = {
  RequestId: text('The id of this request, to quote when something breaks'),
  ETag: text('The revision of the record, for If-Match and If-None-Match'),
  Location: text('Where the new record is read'),
  RateLimitLimit: count('Requests a minute'),
  RateLimitRemaining: count('Requests left'),
  RateLimitReset: count('Seconds until the whole budget is back'),
  RetryAfter: count('Seconds to wait'),
}

/** Headers that many requests may bear. */
export const sharedParameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Sent again with the same input, a command answers what it answered and does nothing more',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag the change is based on; another revision is refused',
    schema: { type: 'string' },
    example: '"3"',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag you have; the same revision answers 304 without a body',
    schema: { type: 'string' },
    example: '"3"',
  },
}

/** How a caller says who it is. */
export const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'A personal access token, made by identity.create-token' },
  session: { type: 'apiKey', in: 'cookie', name: 'daybook_session', description: 'The cookie of a signed-in browser' },
}

/** The problem document of every refusal (RFC 9457). */
export const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'kind', 'retryable', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri-reference', description: 'Where the code is explained' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence for people' },
    code: { type: 'string', description: 'A stable code for machines' },
    kind: { type: 'string', enum: Object.keys(errorTable) },
    remedy: { type: 'string', description: 'What to do about it' },
    retryable: { type: 'boolean', description: 'Whether the same request may succeed later' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: {
          pointer: { type: 'string', description: 'The member at fault (JSON pointer, RFC 6901)' },
          message: { type: 'string' },
          position: { type: 'integer', description: 'Where in a text with a grammar, in UTF-16 code units' },
          length: { type: 'integer' },
          suggestion: { type: 'string', description: 'What would mend that place' },
        },
      },
    },
  },
  example: {
    type: '/api/docs/errors#invalid-input',
    title: 'Not valid',
    status: 400,
    detail: 'title: A task needs a title',
    code: 'invalid-input',
    kind: 'validation',
    remedy: 'Mend the fields listed in errors.',
    retryable: false,
    requestId: '01933b6e-8f00-7000-8000-000000000001',
    errors: [{ pointer: '/title', message: 'A task needs a title' }],
  },
}
