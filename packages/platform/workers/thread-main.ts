import { workerData } from 'node:worker_threads'
import { serveTasks } from './serve-tasks.ts'
import type { ThreadData } from './thread-protocol.ts'

/**
 * What every thread of a pool runs. The script it is given exports the function that does a task as `default`,
 * and may name the buffers of an answer that move in `transfer`; so a module's script knows nothing of threads.
 */
const script = (await import((workerData as ThreadData).script)) as {
  default: (task: unknown) => unknown
  transfer?: (answer: unknown) => ArrayBuffer[]
}

serveTasks(script.default, script.transfer)
