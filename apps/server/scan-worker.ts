import { createReader } from '#kernel/create-reader.ts'
import type { ScanAnswer } from '#kernel/services.ts'
import { Readers } from '#platform/sqlite/readers.ts'
import { loadModules } from './load-modules.ts'
import type { PlacedScan } from './scan-pool.ts'

/** What scans read lies all over the file: 100,000 tasks by their due dates take half the time of what 4 MB hold. */
const CACHE_KILOBYTES = 16_000

let reader: ReturnType<typeof createReader> | undefined

/** The body of a scan thread: the modules' queries over one read-only connection. */
export default async function scan({ path, ...task }: PlacedScan): Promise<ScanAnswer> {
  if (!reader) {
    const readers = new Readers(path, 1, {
      strict: false,
      watchdogMilliseconds: 60_000,
      cacheKilobytes: CACHE_KILOBYTES,
    })
    reader = createReader(await loadModules(), { dialect: 'sqlite', read: (work) => readers.read(work) })
  }
  return reader(task)
}
