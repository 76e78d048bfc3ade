import type { Logger } from '#kernel/ports.ts'

/** A request ended in a bug. The caller saw only the request's id. */
export function requestFailed(log: Logger, fields: { requestId: string; operation: string; err: unknown }): void {
  log.error(fields, 'request-failed')
}

/** A stream ended in a bug, after its first record was sent. */
export function streamFailed(log: Logger, fields: { requestId: string; operation: string; err: unknown }): void {
  log.error(fields, 'stream-failed')
}
