import type { Blobs } from '#kernel/ports.ts'

const queues = new WeakMap<Blobs, Promise<unknown>>()

/**
 * Runs work on files one after another. Between a file and the row that refers to it nobody may delete the file,
 * which an undo would do that erases the same message from another import, or a task that had the same file.
 */
export function throughFileGate<T>(blobs: Blobs, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(blobs) ?? Promise.resolve()).then(work)
  // Whoever comes next waits for the end, not for the success.
  queues.set(blobs, turn.then(nothing, nothing))
  return turn
}

const nothing = () => undefined
