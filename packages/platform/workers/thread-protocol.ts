/** What a pool gives a new thread. */
export interface ThreadData {
  niceness: number
  /** The module that does the tasks, as a file URL. */
  script: string
}

/** What a thread sends back: one answer a task, or a word about itself. */
export type ThreadMessage<Answer = unknown> =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'error'; error: ThreadError }
  | { kind: 'niceness-refused'; reason: string }

/** An error on its way between threads: classes do not travel, names and codes do. */
export interface ThreadError {
  name: string
  message: string
  code?: string
  stack?: string
}

/** An error as what travels. */
export function packError(cause: unknown): ThreadError {
  if (!(cause instanceof Error)) return { name: 'Error', message: String(cause) }
  const { code } = cause as { code?: unknown }
  return { name: cause.name, message: cause.message, stack: cause.stack, ...(typeof code === 'string' && { code }) }
}

/** What travelled as an error again, with the thread's own stack. */
export function unpackError({ name, message, code, stack }: ThreadError): Error {
  return Object.assign(new Error(message), {
    name,
    ...(code !== undefined && { code }),
    ...(stack !== undefined && { stack }),
  })
}
