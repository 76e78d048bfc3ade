import type { AnyOperation } from '#contract/operation.ts'
import { commonFailure, type Failure } from '#kernel/failure.ts'
import { inputShape } from '../input-shape.ts'

const ETAG = /^(?:W\/)?"(\d{1,15})"$/

/** The revision an `If-Match` names, or null when it names none (`*`: any). Only a record's own ETag is taken. */
export function revisionOf(operation: AnyOperation, header: string): number | null | Failure {
  if (header.trim() === '*') return null
  const revision = ETAG.exec(header.trim())?.[1]
  // A condition that cannot be held must not be passed over.
  if (!revision || !inputShape(operation).members.has('rev')) return commonFailure('bad-if-match')
  return Number(revision)
}

/** Whether an `If-None-Match` names a revision, so that the caller has it already (RFC 9110, weak comparison). */
export function namesRevision(header: string, revision: number): boolean {
  if (header.trim() === '*') return true
  return header.split(',').some((etag) => ETAG.exec(etag.trim())?.[1] === String(revision))
}
