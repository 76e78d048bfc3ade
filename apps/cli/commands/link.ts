import { parseConfig } from '#platform/config/parse-config.ts'
import { readEnvironment } from '#platform/config/read-environment.ts'
import { readServerFile } from '#platform/lock/server-file.ts'
import { ProblemError } from '#client/problem-error.ts'
import type { GlobalOptions } from '../arguments/global-options.ts'
import { cliError } from '../arguments/usage-error.ts'

/** `daybook link`: a new one-time sign-in link of the running server. */
export async function run(_argv: string[], { data, json }: GlobalOptions): Promise<void> {
  const { dataFolder } = parseConfig(readEnvironment(process.env, { data: data ?? undefined }))
  const server = await readServerFile(dataFolder)
  if (!server) throw notRunning(dataFolder)
  const request = new Request(`${server.url}/local/sign-in-link`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}` },
  })
  const response = await fetch(request).catch(() => null)
  if (!response) throw notRunning(dataFolder)
  if (!response.ok) throw await ProblemError.from(response)

  const answer = (await response.json()) as { link: string }
  console.log(json ? JSON.stringify(answer) : answer.link)
}

function notRunning(dataFolder: string): ProblemError {
  return cliError(
    'not-running',
    'unavailable',
    `No server is running on ${dataFolder}`,
    'Start it with "daybook start": that prints a link as well.',
  )
}
