import type { Logger, WorkerPool, Workers } from '#kernel/ports.ts'
import { ThreadPool } from './thread-pool.ts'

/** Pools of threads that start when first used and end when idle. */
export function createWorkers(log?: Logger): Workers {
  return {
    pool<Task, Answer>(script: URL, options: { size: number; niceness: number }): WorkerPool<Task, Answer> {
      return new ThreadPool<Task, Answer>(script, { ...options, log })
    },
  }
}
