import { join } from 'node:path'
import { verifyAudit, verifyEvents, type VerifyReport } from '#kernel/audit/verify.ts'
import type { Transaction } from '#kernel/database/port.ts'
import { faultyBlobs } from './faulty-blobs.ts'
import { openForVerifying, type VerifiedDatabase } from './verified-database.ts'

/** What was looked at in a data folder and its database, and what is wrong with it. */
export interface FolderReport extends VerifyReport {
  files: number
}

/** Checks a data folder and its database. While another process writes in it, one snapshot is read beside that process. */
export async function verifyFolder(
  dataFolder: string,
  databaseUrl: string | null,
  held: boolean,
): Promise<FolderReport> {
  await using database = await openForVerifying(dataFolder, databaseUrl, held)
  const report = await verifyDatabase(database)
  // A broken database cannot be trusted to name its files.
  return report.ok ? await verifyFiles(report, database, join(dataFolder, 'blobs')) : { ...report, files: 0 }
}

async function verifyDatabase(database: VerifiedDatabase): Promise<VerifyReport> {
  const broken = await database.faults()
  if (broken.length > 0) return { ok: false, auditEntries: 0, events: 0, faults: broken }
  return database.read(async (transaction) => {
    const audit = await verifyAudit(transaction)
    const events = await verifyEvents(transaction)
    const faults = [...audit.faults, ...events.faults]
    return { ok: faults.length === 0, auditEntries: audit.entries, events: events.events, faults }
  })
}

async function verifyFiles(report: VerifyReport, database: VerifiedDatabase, folder: string): Promise<FolderReport> {
  const hashes = await database.read(referencedBlobs)
  const faulty = await faultyBlobs(folder, hashes)
  // What was erased while we read is no fault.
  const still = new Set(faulty.length > 0 ? await database.read(referencedBlobs) : [])
  const faults = faulty.filter(({ hash }) => still.has(hash)).map(({ hash, fault }) => `The file ${hash} ${fault}`)
  return { ...report, ok: faults.length === 0, files: hashes.length - faulty.length, faults }
}

async function referencedBlobs(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.all('SELECT DISTINCT hash FROM blob_refs ORDER BY hash')
  return rows.map((row) => String(row.hash))
}
