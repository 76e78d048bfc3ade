import { createReader } from '#kernel/create-reader.ts'
import type { ScanAnswer } from '#kernel/services.ts'
import { Readers } from '#platform/sqlite/readers.ts'
import { loadModules } from './load-modules.ts'
import type { PlacedScan } from './scan-pool.ts'

let reader: ReturnType<typeof createReader> | undefined

/** The body of a scan thread: the modules' queries over one read-only connection. */
export default async function scan({ path, ...task }: PlacedScan): Promise<ScanAnswer> {
  if (!reader) {
    const readers = new Readers(path, 1, { strict: false, watchdogMilliseconds: 60_000 })
    reader = createReader(await loadModules(), { dialect: 'sqlite', read: (work) => readers.read(work) })
  }
  return reader(task)
}
