import { commonErrors, type CommonErrorCode, type ErrorDeclaration } from '#contract/errors.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { inputShape } from './input-shape.ts'

const ALWAYS: CommonErrorCode[] = ['host-refused', 'rate-limited', 'shutting-down', 'internal']
const STORED: CommonErrorCode[] = ['database-busy', 'database-failed', 'handler-too-slow']
const WRITES: CommonErrorCode[] = [
  'origin-refused',
  'bad-idempotency-key',
  'idempotency-key-reused',
  'disk-full',
  'stale-revision',
]
const BODY: CommonErrorCode[] = ['malformed-body', 'body-too-large', 'unsupported-media-type', 'bad-if-match']

/**
 * Every error an operation may answer: its own, and those of the common ones that can befall it. An alias of a query may
 * be a `POST`, whose body can be amiss.
 */
export function errorsOf(operation: AnyOperation, method = operation.http.method): Record<string, ErrorDeclaration> {
  const codes = new Set<CommonErrorCode>(ALWAYS)
  const add = (more: CommonErrorCode[]): void => more.forEach((code) => codes.add(code))

  add(['invalid-input'])
  if (operation.kind !== 'endpoint') add(STORED)
  if (operation.access !== 'anonymous') add(['not-signed-in', 'not-allowed'])
  if (operation.kind === 'command') add(WRITES)
  if (method !== 'GET') add(['origin-refused', ...BODY])
  if (inputShape(operation).members.has('cursor')) add(['bad-cursor'])

  const common = [...codes].sort().map((code) => [code, commonErrors[code]] as const)
  return { ...Object.fromEntries(common), ...operation.errors }
}
