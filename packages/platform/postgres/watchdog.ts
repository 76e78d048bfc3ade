import { commonFailure, FailureError } from '#kernel/failure.ts'
import type { PostgresTransaction } from './postgres-transaction.ts'

/**
 * Gives a work up that spends its transaction on something other than its statements. Statements have a limit of
 * their own, and waiting for another's lock is no fault of the work.
 */
export function withWatchdog<T>(
  transaction: PostgresTransaction,
  limitMilliseconds: number,
  work: () => Promise<T>,
): Promise<T> {
  const began = performance.now()
  return new Promise<T>((resolve, reject) => {
    let timer = setTimeout(look, limitMilliseconds)
    work()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))

    function look(): void {
      const left = limitMilliseconds - transaction.idleSince(began)
      if (left <= 0) reject(new FailureError(commonFailure('handler-too-slow')))
      else timer = setTimeout(look, Math.max(Math.ceil(left), 1))
    }
  })
}
