import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PRIVATE_FOLDER } from '../files/durable-file.ts'
import { removeServerFile } from './server-file.ts'

/** The right to be the one process that writes in a data folder. */
export interface FolderLock extends AsyncDisposable {
  release(): void
}

const SQLITE_BUSY = 5

/**
 * Takes the folder for this process, or says that another one holds it. The lock is an open exclusive transaction
 * on `lock.sqlite`: the operating system frees it when the process ends, however it ends.
 */
export async function acquireFolderLock(dataFolder: string): Promise<FolderLock | 'held'> {
  await mkdir(dataFolder, { recursive: true, mode: PRIVATE_FOLDER })
  const database = new DatabaseSync(join(dataFolder, 'lock.sqlite'))
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    database.close()
    if ((cause as { errcode?: unknown }).errcode === SQLITE_BUSY) return 'held'
    throw cause
  }
  // Only the holder may say where it answers: what still lies there is of a process that was killed.
  await removeServerFile(dataFolder)
  return lockOf(database)
}

function lockOf(database: DatabaseSync): FolderLock {
  let held = true
  const release = () => {
    if (!held) return
    held = false
    database.close()
  }
  return { release, [Symbol.asyncDispose]: async () => release() }
}
