import { join } from 'node:path'
import { verifyAudit, verifyEvents, type VerifyReport } from '#kernel/audit/verify.ts'
import type { Database } from '#kernel/database/port.ts'
import { Readers } from '#platform/sqlite/readers.ts'
import { SqliteDatabase } from '#platform/sqlite/sqlite-database.ts'
import { verifyBlobs } from './verify-blobs.ts'

/** What was looked at in a data folder, and what is wrong with it. */
export interface FolderReport extends VerifyReport {
  files: number
}

/** Checks a data folder. While another process writes in it, one snapshot is read beside that process. */
export async function verifyFolder(dataFolder: string, held: boolean): Promise<FolderReport> {
  const path = join(dataFolder, 'daybook.sqlite')
  // Whoever holds the folder may open it for writing, which brings in what a killed process left in the log.
  const owner = held ? new SqliteDatabase({ path, strict: false, readers: 1 }) : null
  const readers = new Readers(path, 1)
  try {
    return await readers.read((transaction) => verifySnapshot(transaction, dataFolder))
  } finally {
    readers.close()
    await owner?.close()
  }
}

type Snapshot = Parameters<Parameters<Database['read']>[0]>[0]

async function verifySnapshot(transaction: Snapshot, dataFolder: string): Promise<FolderReport> {
  const rows = await transaction.all('PRAGMA integrity_check')
  const broken = rows.map((row) => String(row.integrity_check)).filter((line) => line !== 'ok')
  // A broken database cannot be trusted to answer the rest.
  if (broken.length > 0) return { ok: false, auditEntries: 0, events: 0, files: 0, faults: broken }

  const audit = await verifyAudit(transaction)
  const events = await verifyEvents(transaction)
  const referenced = await transaction.all('SELECT DISTINCT hash FROM blob_refs')
  const blobs = await verifyBlobs(join(dataFolder, 'blobs'), referenced.map((row) => String(row.hash)))
  const faults = [...audit.faults, ...events.faults, ...blobs.faults]
  return { ok: faults.length === 0, auditEntries: audit.entries, events: events.events, files: blobs.files, faults }
}
