import { setTimeout as sleep } from 'node:timers/promises'
import { acquireFolderLock, type FolderLock } from './folder-lock.ts'
import { readServerFile, type ServerFile } from './server-file.ts'

const LOOK_MILLISECONDS = 50
const ANSWER_MILLISECONDS = 1000

/** Either the running server of a folder, or the folder itself. */
export type FolderAccess = { server: ServerFile } | { lock: FolderLock }

/** Another process holds the folder and does not answer. */
export class FolderHeldError extends Error {
  readonly code = 'folder-held'
  readonly remedy = 'Wait until the other Daybook command has ended, or stop it, and try again.'

  constructor(dataFolder: string) {
    super(`Another process holds ${dataFolder} and does not answer`)
    this.name = 'FolderHeldError'
  }
}

/** Waits until the folder is ours or a server answers for it; throws a `FolderHeldError` when the time is over. */
export async function waitForFolder(dataFolder: string, milliseconds = 5000): Promise<FolderAccess> {
  const end = performance.now() + milliseconds
  for (;;) {
    // The lock first: a `server.json` counts only while somebody holds it, else its port may be anybody's.
    const lock = await acquireFolderLock(dataFolder)
    if (lock !== 'held') return { lock }
    const server = await readServerFile(dataFolder)
    if (server && (await answers(server))) return { server }
    if (performance.now() >= end) throw new FolderHeldError(dataFolder)
    await sleep(LOOK_MILLISECONDS)
  }
}

async function answers(server: ServerFile): Promise<boolean> {
  try {
    const response = await fetch(`${server.url}/health`, { signal: AbortSignal.timeout(ANSWER_MILLISECONDS) })
    return response.ok
  } catch {
    // Silent or not listening yet: the caller looks again until its time is over.
    return false
  }
}
