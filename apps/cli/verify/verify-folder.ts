import { join } from 'node:path'
import { verifyAudit, verifyEvents, type VerifyReport } from '#kernel/audit/verify.ts'
import type { Transaction } from '#kernel/database/port.ts'
import { Readers } from '#platform/sqlite/readers.ts'
import { SqliteDatabase } from '#platform/sqlite/sqlite-database.ts'
import { faultyBlobs } from './faulty-blobs.ts'

/** What was looked at in a data folder, and what is wrong with it. */
export interface FolderReport extends VerifyReport {
  files: number
}

const HOUR = 3_600_000

/** Checks a data folder. While another process writes in it, one snapshot is read beside that process. */
export async function verifyFolder(dataFolder: string, held: boolean): Promise<FolderReport> {
  const path = join(dataFolder, 'daybook.sqlite')
  // Whoever holds the folder may open it for writing, which brings in what a killed process left in the log.
  const owner = held ? new SqliteDatabase({ path, strict: false, readers: 1 }) : null
  const readers = new Readers(path, 1, { strict: false, watchdogMilliseconds: HOUR })
  try {
    const report = await readers.read(verifyDatabase)
    // A broken database cannot be trusted to name its files.
    return report.ok ? await verifyFiles(report, readers, join(dataFolder, 'blobs')) : { ...report, files: 0 }
  } finally {
    readers.close()
    await owner?.close()
  }
}

async function verifyDatabase(transaction: Transaction): Promise<VerifyReport> {
  const rows = await transaction.all('PRAGMA integrity_check')
  const broken = rows.map((row) => String(row.integrity_check)).filter((line) => line !== 'ok')
  if (broken.length > 0) return { ok: false, auditEntries: 0, events: 0, faults: broken }

  const audit = await verifyAudit(transaction)
  const events = await verifyEvents(transaction)
  const faults = [...audit.faults, ...events.faults]
  return { ok: faults.length === 0, auditEntries: audit.entries, events: events.events, faults }
}

async function verifyFiles(report: VerifyReport, readers: Readers, folder: string): Promise<FolderReport> {
  const hashes = await readers.read(referencedBlobs)
  const faulty = await faultyBlobs(folder, hashes)
  // What was erased while we read is no fault.
  const still = new Set(faulty.length > 0 ? await readers.read(referencedBlobs) : [])
  const faults = faulty.filter(({ hash }) => still.has(hash)).map(({ hash, fault }) => `The file ${hash} ${fault}`)
  return { ...report, ok: faults.length === 0, files: hashes.length - faulty.length, faults }
}

async function referencedBlobs(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.all('SELECT DISTINCT hash FROM blob_refs ORDER BY hash')
  return rows.map((row) => String(row.hash))
}
