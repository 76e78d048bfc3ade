import type { WriteOptions } from '#kernel/database/port.ts'

/** A read is one snapshot. */
export const READ = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'

/** How a write begins: commands as if they ran one after another, unless its isolation says less. */
export function beginOf({ isolation, resumable }: WriteOptions): string {
  const begin = `BEGIN ISOLATION LEVEL ${LEVELS[isolation ?? 'serializable']}`
  // A whole table that is read in a scan conflicts with whoever writes to it.
  const settings = isolation ? [] : ['SET LOCAL enable_seqscan = off']
  if (resumable) settings.push('SET LOCAL synchronous_commit = off')
  return [begin, ...settings].join('; ')
}

const LEVELS = {
  serializable: 'SERIALIZABLE',
  'repeatable-read': 'REPEATABLE READ',
  'read-committed': 'READ COMMITTED',
}
