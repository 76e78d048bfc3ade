import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export interface Synced {
  /** Milliseconds until so many messages were there for lists. */
  stored: number
  /** Milliseconds until search had them all. */
  searchable: number
}

/**
 * Waits until a sync has stored and indexed so many messages. It looks into the file: whoever asks the server makes bulk
 * work rest.
 */
export async function synced(dataFolder: string, messages: number, started: number): Promise<Synced> {
  using database = new DatabaseSync(join(dataFolder, 'daybook.sqlite'), { readOnly: true })
  const count = database.prepare('SELECT count(*) AS n FROM mail_message')
  const indexed = database.prepare("SELECT count(*) AS n FROM search_document WHERE kind = 'mail.message'")
  let stored: number | null = null
  for (;;) {
    if (stored === null && Number(count.get()!.n) >= messages) stored = performance.now() - started
    if (stored !== null && Number(indexed.get()!.n) >= messages)
      return { stored, searchable: performance.now() - started }
    if (performance.now() - started > 600_000) throw new Error('The sync did not end within ten minutes')
    await new Promise((resolve) => setTimeout(resolve, stored === null ? 100 : 20))
  }
}

/** The most memory that a process had so far, in MB. */
export function peakMegabytes(pid: number): number {
  const match = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))
  return Number(match![1]) / 1024
}
