import { createClient, type Client } from '#client/client.ts'
import { parseConfig } from '#platform/config/parse-config.ts'
import { readEnvironment } from '#platform/config/read-environment.ts'
import { waitForFolder } from '#platform/lock/wait-for-folder.ts'
import type { GlobalOptions } from '../arguments/global-options.ts'
import { usageError } from '../arguments/usage-error.ts'

/** A way to call operations, for as long as a command needs it. */
export interface Connection extends AsyncDisposable {
  client: Client
}

/** Reaches Daybook: another one by its address, the process that holds the folder, or the kernel in this process. */
export async function connect(options: Pick<GlobalOptions, 'data' | 'url' | 'token'>): Promise<Connection> {
  if (options.url !== null) return overNetwork(options.url, options.token ?? process.env.DAYBOOK_TOKEN ?? '')
  const config = parseConfig(readEnvironment(process.env, { data: options.data ?? undefined }))
  const access = await waitForFolder(config.dataFolder)
  if ('server' in access) return overNetwork(access.server.url, access.server.token)
  const { connectInProcess } = await import('./in-process.ts')
  return connectInProcess(config, access.lock)
}

function overNetwork(url: string, token: string): Connection {
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw usageError(`${url} is not an address`, 'Write it as --url https://daybook.example.')
  const client = createClient({ baseUrl: new URL(url).origin, token })
  return { client, [Symbol.asyncDispose]: async () => undefined }
}
