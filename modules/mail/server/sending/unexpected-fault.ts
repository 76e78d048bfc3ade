import { FailureError } from '#kernel/failure.ts'
import { JobPaused } from '#kernel/jobs/job-ends.ts'
import type { SendProblem } from './internal.ts'
import { ACCOUNT_PAUSED, ACCOUNT_REMOVED } from './problems.ts'

/**
 * What becomes of a message whose try broke before anything left; null where the job itself is to go on later: Daybook
 * stops.
 */
export function unexpectedFault(
  cause: unknown,
  signal: AbortSignal,
): { outcome: 'later' | 'failed'; problem: SendProblem } | null {
  if (signal.aborted) {
    if (signal.reason instanceof JobPaused) return null
    return { outcome: 'failed', problem: { code: 'cancelled', detail: 'The sending was stopped.' } }
  }
  if (cause instanceof FailureError) {
    const { code, detail, declaration } = cause.failure
    if (code === 'connection-not-found') return { outcome: 'failed', problem: ACCOUNT_REMOVED }
    // Somebody who rests an account has it rest: a letter that went much later would surprise.
    if (code === 'connection-paused') return { outcome: 'failed', problem: ACCOUNT_PAUSED }
    // Waiting for its owner, or not to be reached: when that is mended, it goes.
    return { outcome: 'later', problem: { code, detail: [detail, declaration.remedy].filter(Boolean).join('. ') } }
  }
  return {
    outcome: 'later',
    problem: { code: 'internal', detail: 'Something broke inside Daybook; it is tried again.' },
  }
}
