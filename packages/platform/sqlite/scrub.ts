import { setTimeout } from 'node:timers/promises'
import type { Transaction } from '#kernel/database/port.ts'
import type { Writer } from './writer.ts'

/** Pages overwritten a transaction: a few milliseconds. */
const PAGES = 256
const PAUSE_MILLISECONDS = 50
/** Who reads without an end keeps the log; the next scrub tries again. */
const TRIES = 600

/**
 * Overwrites the free pages of the database: a table of zeros takes them all, and is dropped. Pages become free with what
 * stood in them, and those of the full-text index long before any message is erased.
 */
export async function overwriteFreePages(writer: Pick<Writer, 'write'>, signal: AbortSignal): Promise<void> {
  const run = (sql: string) => writer.write(async (transaction) => void (await transaction.run(sql)), { bulk: true })
  // One that a killed process left: its pages are free again.
  await run(DROP)
  await run(CREATE)
  for (let left = 1; left > 0;) {
    signal.throwIfAborted()
    left = await writer.write(fill, { bulk: true })
  }
  await run(DROP)
}

/** Copies the log into the database and cuts it to nothing, when for a moment nobody reads. */
export async function emptyLog(writer: Pick<Writer, 'truncateLog'>, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    signal.throwIfAborted()
    if (await writer.truncateLog()) return
    await setTimeout(PAUSE_MILLISECONDS, undefined, { signal })
  }
}

/** Takes some of the free pages; answers how many there were. */
async function fill(transaction: Transaction): Promise<number> {
  const row = await transaction.get('PRAGMA freelist_count')
  const free = Math.min(Number(row!.freelist_count), PAGES)
  // A row fills a page, so that each takes one.
  for (let page = 0; page < free; page++) await transaction.run(FILL)
  return free
}

const DROP = 'DROP TABLE IF EXISTS kernel_zeros'
const CREATE = 'CREATE TABLE kernel_zeros (zeros BLOB)'
const FILL = 'INSERT INTO kernel_zeros (zeros) VALUES (zeroblob(4000))'
