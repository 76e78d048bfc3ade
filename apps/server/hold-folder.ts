import type { FolderLock } from '#platform/lock/folder-lock.ts'
import { waitForFolder } from '#platform/lock/wait-for-folder.ts'

/** A server answers for this folder already. */
export class AlreadyRunningError extends Error {
  readonly code = 'already-running'
  readonly remedy = 'Run "npx daybook link" for a new sign-in link, or name another folder with --data.'

  constructor(dataFolder: string, url: string) {
    super(`Daybook already runs for ${dataFolder} at ${url}`)
    this.name = 'AlreadyRunningError'
  }
}

/** Takes the data folder for this server. A command that is about to end is waited for. */
export async function holdFolder(dataFolder: string): Promise<FolderLock> {
  const access = await waitForFolder(dataFolder)
  if ('server' in access) throw new AlreadyRunningError(dataFolder, access.server.url)
  return access.lock
}
