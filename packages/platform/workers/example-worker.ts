import { getPriority } from 'node:os'
import { threadId } from 'node:worker_threads'

/** Tasks of the pool's tests. */
export type ExampleTask =
  | { kind: 'echo'; value: unknown }
  | { kind: 'sleep'; milliseconds: number }
  | { kind: 'fail' | 'exit' | 'throw-later' | 'unclonable' | 'who' | 'priority' }
  | { kind: 'fill'; buffer: ArrayBuffer }

/** Does one task, well or badly. */
export default async function doTask(task: ExampleTask): Promise<unknown> {
  if (task.kind === 'echo') return task.value
  if (task.kind === 'sleep') return new Promise((resolve) => setTimeout(() => resolve(threadId), task.milliseconds))
  if (task.kind === 'fail') throw Object.assign(new RangeError('too far'), { code: 'out-of-range' })
  if (task.kind === 'exit') process.exit(3)
  if (task.kind === 'throw-later') return new Promise(() => setTimeout(throwError, 5))
  if (task.kind === 'unclonable') return () => undefined
  if (task.kind === 'who') return threadId
  if (task.kind === 'priority') return getPriority(0)
  if (task.kind === 'fill') return new Uint8Array(task.buffer).fill(7).buffer
  throw new TypeError('No such task')
}

/** Buffers move back instead of being copied. */
export const transfer = (answer: unknown): ArrayBuffer[] => (answer instanceof ArrayBuffer ? [answer] : [])

function throwError(): never {
  throw new Error('out of band')
}
