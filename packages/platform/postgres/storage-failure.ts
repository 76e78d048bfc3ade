import type { CommonErrorCode } from '#contract/errors.ts'
import { commonFailure, FailureError } from '#kernel/failure.ts'

/** PostgreSQL's SQLSTATEs (appendix A of its manual) as declared errors; anything else is passed on as the bug it is. */
export function toStorageFailure(cause: unknown): unknown {
  const code = codeOf(cause)
  return code ? new FailureError(commonFailure(code), { cause }) : cause
}

/** Another transaction was in the way: this one may be tried again from its beginning. */
export function isConflict(cause: unknown): boolean {
  return CONFLICTS.has(stateOf(cause)) || isStalePlan(cause)
}

/** A row of that key came meanwhile: tried again, a command finds it where it looks before it writes. */
export function isTaken(cause: unknown): boolean {
  return stateOf(cause) === '23505'
}

/** A connection that is not to be used again. */
export function isBroken(cause: unknown): boolean {
  const state = stateOf(cause)
  return (
    state.startsWith('08') || state.startsWith('57P') || state === '25P03' || isStalePlan(cause) || isNetwork(cause)
  )
}

/** A prepared statement whose table another process has altered. */
function isStalePlan(cause: unknown): boolean {
  return stateOf(cause) === '0A000' && (cause as Error).message.startsWith('cached plan')
}

/** Serialization failure and deadlock. */
const CONFLICTS: ReadonlySet<string> = new Set(['40001', '40P01'])

function codeOf(cause: unknown): CommonErrorCode | null {
  const state = stateOf(cause)
  return BY_STATE[state] ?? BY_CLASS[state.slice(0, 2)] ?? (isNetwork(cause) ? 'database-failed' : null)
}

function stateOf(cause: unknown): string {
  const code = (cause as { code?: unknown } | null)?.code
  return cause instanceof Error && typeof code === 'string' ? code : ''
}

/** The driver's own errors have no state: the socket broke, or the pool had no connection in time. */
function isNetwork(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  return (
    /^E[A-Z]{4,}$/.test(stateOf(cause)) ||
    /^(Connection terminated|timeout exceeded|Client has encountered a connection error)/i.test(cause.message)
  )
}

const BY_STATE: Record<string, CommonErrorCode> = {
  '22021': 'invalid-input',
  '22P05': 'invalid-input',
  '25P03': 'handler-too-slow',
  '40001': 'database-busy',
  '40P01': 'database-busy',
  '53100': 'disk-full',
  '53300': 'database-busy',
  '55P03': 'database-busy',
  '57014': 'handler-too-slow',
  '25006': 'database-failed',
}

/** Connections, resources, an operator's intervention, the system, corruption. */
const BY_CLASS: Record<string, CommonErrorCode> = {
  '08': 'database-failed',
  '53': 'database-failed',
  '57': 'database-failed',
  '58': 'database-failed',
  XX: 'database-failed',
}
