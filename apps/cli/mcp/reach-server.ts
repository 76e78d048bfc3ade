import { parseConfig } from '#platform/config/parse-config.ts'
import { readEnvironment } from '#platform/config/read-environment.ts'
import { readServerFile, type ServerFile } from '#platform/lock/server-file.ts'
import { waitForFolder } from '#platform/lock/wait-for-folder.ts'
import type { GlobalOptions } from '../arguments/global-options.ts'
import { usageError } from '../arguments/usage-error.ts'

/** A server that speaks MCP, and how to prove who we are. */
export interface ReachedServer extends ServerFile, AsyncDisposable {
  /** Resolves when a server that this process started has stopped by itself. */
  stopped: Promise<void>
}

/**
 * Another Daybook by its address, the server that runs on the folder, or one that this process starts: what an assistant
 * asks must be seen and answered by the command line while the assistant is connected.
 */
export async function reachServer(options: Pick<GlobalOptions, 'data' | 'url' | 'token'>): Promise<ReachedServer> {
  const { url, token } = options
  if (url !== null) {
    if (!URL.canParse(url) || !/^https?:/.test(url))
      throw usageError(`${url} is not an address`, 'Write it as --url https://daybook.example.')
    return foreign({ url: new URL(url).origin, token: token ?? process.env.DAYBOOK_TOKEN ?? '' })
  }
  const { dataFolder } = parseConfig(readEnvironment(process.env, { data: options.data ?? undefined }))
  const access = await waitForFolder(dataFolder)
  if ('server' in access) return foreign(access.server)
  access.lock.release()
  return startHere(dataFolder)
}

async function startHere(dataFolder: string): Promise<ReachedServer> {
  const { startServer } = await import('../../server/main.ts')
  // stdout belongs to the assistant's program, so the sign-in link is not announced.
  const overrides = { data: dataFolder, host: '127.0.0.1', port: '0', open: false }
  const server = await startServer(overrides, () => undefined)
  const file = (await readServerFile(dataFolder))!
  return { ...file, stopped: server.stopped, [Symbol.asyncDispose]: () => server.stop('client left') }
}

function foreign(server: ServerFile): ReachedServer {
  return { ...server, stopped: new Promise(() => undefined), [Symbol.asyncDispose]: async () => undefined }
}
