import type { PostgresTransaction } from './postgres-transaction.ts'

/**
 * In development and tests a work that waits for anything but its statements is a bug and throws: whoever has just been
 * answered goes on within the same turn of the event loop, or is at its end.
 */
export async function withinStatements<T>(transaction: PostgresTransaction, work: () => Promise<T>): Promise<T> {
  let ended = false
  let crossed = false
  const look = () => {
    const { statements } = transaction
    setImmediate(() => {
      if (!ended && transaction.isIdle && transaction.statements === statements) crossed = true
    })
  }
  transaction.onIdle = look
  look()
  try {
    const value = await work()
    if (crossed)
      throw new Error('A handler awaited something other than its database: network, files and timers belong in a job')
    return value
  } finally {
    ended = true
  }
}
