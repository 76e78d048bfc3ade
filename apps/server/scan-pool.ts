import type { Workers } from '#kernel/ports.ts'
import type { ScanAnswer, ScanPool, ScanTask } from '#kernel/services.ts'

/** A scan with the database it reads. */
export interface PlacedScan extends ScanTask {
  path: string
}

const THREADS = 2
/** A search gives way to whoever clicks meanwhile, an import to both. */
const NICENESS = 5

/** Threads for queries that take long, each with a connection of its own; they start with the first such query. */
export function openScanPool(workers: Workers, path: string): ScanPool {
  const pool = workers.pool<PlacedScan, ScanAnswer>(new URL('./scan-worker.ts', import.meta.url), {
    size: THREADS,
    niceness: NICENESS,
  })
  return { run: (task) => pool.run({ ...task, path }), close: () => pool.close() }
}
