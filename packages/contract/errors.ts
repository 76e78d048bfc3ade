/** What sort of thing went wrong. One table in surfaces maps a kind to its HTTP status, exit status and MCP error. */
export type ErrorKind =
  | 'validation'
  | 'auth'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'precondition'
  | 'unprocessable'
  | 'too-large'
  | 'unsupported'
  | 'limit'
  | 'network'
  | 'database'
  | 'storage'
  | 'timeout'
  | 'unavailable'
  | 'cancelled'
  | 'internal'

/** A declared error: the sentence for people, and what a caller can do about it. */
export interface ErrorDeclaration {
  message: string
  kind: ErrorKind
  remedy?: string
  retryable?: boolean
}

/** How a contract writes its errors: a sentence (the kind is read off the code), or the whole declaration. */
export type ErrorInput = string | (Omit<ErrorDeclaration, 'kind'> & { kind?: ErrorKind })

/** A sentence becomes a declaration: `…-not-found` is not-found, `already-…` a conflict, `stale-…` a precondition. */
export function toErrorDeclaration(code: string, input: ErrorInput): ErrorDeclaration {
  const given = typeof input === 'string' ? { message: input } : input
  return { ...given, kind: given.kind ?? kindOfCode(code) }
}

function kindOfCode(code: string): ErrorKind {
  if (code.endsWith('-not-found')) return 'not-found'
  if (code.startsWith('already-')) return 'conflict'
  if (code.startsWith('stale-')) return 'precondition'
  return 'validation'
}

/**
 * One fault of an input: where (JSON pointer, RFC 6901) and what. In a text with a grammar also where within it, in
 * UTF-16 code units, and what would mend that place.
 */
export interface FieldError {
  pointer: string
  message: string
  position?: number
  length?: number
  suggestion?: string
}

/** An error as every surface shows it: RFC 9457 with a code, kind, remedy and the request's id. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: string
  kind: ErrorKind
  remedy?: string
  retryable: boolean
  requestId: string
  errors?: FieldError[]
}

/** Errors any operation may answer, declared once. */
export const commonErrors = {
  'invalid-input': {
    message: 'The input is not valid',
    kind: 'validation',
    remedy: 'Mend the fields listed in errors.',
  },
  'malformed-body': { message: 'The body is not JSON', kind: 'validation', remedy: 'Send one JSON object.' },
  'body-too-large': { message: 'The body is too large', kind: 'too-large', remedy: 'Send files as an upload.' },
  'unsupported-media-type': {
    message: 'This content type is not understood',
    kind: 'unsupported',
    remedy: 'Send application/json.',
  },
  'not-signed-in': {
    message: 'Nobody is signed in',
    kind: 'auth',
    remedy: 'Sign in, or send a token as "Authorization: Bearer …".',
  },
  'not-allowed': { message: 'You may not do this', kind: 'forbidden', remedy: 'Ask the owner of the workspace.' },
  'origin-refused': {
    message: 'This request comes from another site',
    kind: 'forbidden',
    remedy: 'Open Daybook at its own address.',
  },
  'host-refused': {
    message: 'Daybook does not answer under this host name',
    kind: 'forbidden',
    remedy: 'Use the address that the start printed.',
  },
  'operation-not-found': {
    message: 'There is no such operation',
    kind: 'not-found',
    remedy: 'See /api/docs for the list.',
  },
  'method-not-allowed': { message: 'This path does not take that method', kind: 'unsupported' },
  'bad-cursor': {
    message: 'That cursor is not one of this list',
    kind: 'validation',
    remedy: 'Begin again without a cursor.',
  },
  'stale-revision': {
    message: 'The record has changed in the meantime',
    kind: 'precondition',
    remedy: 'Read it again and repeat the change.',
  },
  'bad-if-match': {
    message: 'If-Match is not an ETag of this record',
    kind: 'validation',
    remedy: 'Send the ETag as it was answered.',
  },
  'idempotency-key-reused': {
    message: 'That Idempotency-Key was used with another input',
    kind: 'unprocessable',
    remedy: 'Use a new key for a new request.',
  },
  'bad-idempotency-key': { message: 'An Idempotency-Key has 1 to 255 visible characters', kind: 'validation' },
  'rate-limited': {
    message: 'Too many requests',
    kind: 'limit',
    remedy: 'Wait as long as Retry-After says.',
    retryable: true,
  },
  'disk-full': {
    message: 'The disk is full, nothing was saved',
    kind: 'storage',
    remedy: 'Free some space and try again.',
    retryable: true,
  },
  'database-busy': {
    message: 'The database is held by another process',
    kind: 'database',
    remedy: 'Close the other process and try again.',
    retryable: true,
  },
  'database-failed': {
    message: 'The database refused, nothing was saved',
    kind: 'database',
    remedy: 'Run "daybook verify"; the log has the cause.',
    retryable: true,
  },
  'handler-too-slow': { message: 'The operation took too long and was undone', kind: 'timeout', retryable: true },
  'shutting-down': {
    message: 'Daybook is stopping',
    kind: 'unavailable',
    remedy: 'Try again in a moment.',
    retryable: true,
  },
  internal: {
    message: 'Something broke inside Daybook',
    kind: 'internal',
    remedy: 'Quote the request id when you report it.',
  },
} as const satisfies Record<string, ErrorDeclaration>

/** The codes of `commonErrors`. */
export type CommonErrorCode = keyof typeof commonErrors
