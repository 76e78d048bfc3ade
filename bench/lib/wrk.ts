import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { cpuSeconds } from './cpu-time.ts'
import { tempFolder } from './temp-folder.ts'

/** One request of a load; they are sent in turn. */
export interface LoadRequest {
  method: string
  path: string
  body?: object
}

export interface Load {
  url: string
  token: string
  requests: readonly LoadRequest[]
  seconds: number
  /** The server's process, whose processor time is counted. */
  pid: number
  /** 64 unless told. */
  connections?: number
  /**
   * How long a connection waits before its next request, milliseconds in the mean; not at all unless told. Without it the
   * next one is there at once, and a server that answers in rounds leaves out of each round whom it answered last: one
   * request in eight then waits for two rounds, on any server.
   */
  pause?: number
}

/** Times are in milliseconds. */
export interface LoadResult {
  requestsPerSecond: number
  p50: number
  p95: number
  p99: number
  max: number
  requests: number
  /** Processor time of the server, microseconds a request; other programs on the machine do not change it much. */
  cpuMicroseconds: number
  /** Answers other than a success, and broken connections. */
  errors: number
}

export const CONNECTIONS = 64
const SCRIPT = fileURLToPath(new URL('./wrk.lua', import.meta.url))

/** Loads a server with wrk on core 1. Any answer that is no success fails the bench: errors are quick. */
export async function load({
  url,
  token,
  requests,
  seconds,
  pid,
  connections = CONNECTIONS,
  pause = 0,
}: Load): Promise<LoadResult> {
  await using folder = await tempFolder()
  const list = join(folder.path, 'requests')
  const lines = requests.map(({ method, path, body }) => `${method} ${path} ${body ? JSON.stringify(body) : ''}\n`)
  await writeFile(list, lines.join(''))
  const options = ['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--timeout', '10s', '-s', SCRIPT]
  const cpu = cpuSeconds(pid)
  const script = [list, token, String(pause)]
  const { stdout } = await promisify(execFile)('taskset', ['-c', '1', 'wrk', ...options, url, '--', ...script])
  const line = stdout.split('\n').find((candidate) => candidate.startsWith('{'))
  if (!line) throw new Error(`wrk said nothing of use: ${stdout}`)
  const result = JSON.parse(line) as LoadResult
  if (result.errors > 0)
    throw new Error(
      `${result.errors} of ${result.requests} requests failed under load: ${requests[0]!.method} ${requests[0]!.path}`,
    )
  return { ...result, cpuMicroseconds: ((cpuSeconds(pid) - cpu) * 1e6) / result.requests }
}
