/** Why a task has no answer although its own code did not fail. */
export type WorkerErrorCode = 'worker-died' | 'worker-closed'

/** A thread ended under its task, or the pool was closed. */
export class WorkerError extends Error {
  readonly code: WorkerErrorCode

  constructor(code: WorkerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'WorkerError'
    this.code = code
  }
}
