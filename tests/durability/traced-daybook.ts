import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseTrace, type Call } from './parse-trace.ts'

const cli = fileURLToPath(new URL('../../apps/cli/main.ts', import.meta.url))

/** Why nothing can be traced here, or null. */
export function strace(): string | null {
  const tried = spawnSync('strace', ['-f', '-e', 'trace=none', 'true'])
  if (tried.error) return 'strace is not installed'
  return tried.status === 0 ? null : 'strace may not trace here'
}

/** The real server in its own process under strace. */
export interface TracedDaybook extends AsyncDisposable {
  /** Makes a task and answers the HTTP status. */
  createTask(title: string): Promise<number>
  /** Stops the server and answers what it asked of the system, in order. */
  stop(): Promise<Call[]>
}

export async function startTraced(): Promise<TracedDaybook> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-trace-'))
  const trace = join(folder, 'trace.txt')
  const data = join(folder, 'data')
  // Strings long enough for a page of the log and for a whole answer; -y names the file behind a descriptor.
  const watch = [
    '-f',
    '-tt',
    '-y',
    '-s',
    '6000',
    '-o',
    trace,
    '-e',
    'trace=fdatasync,fsync,pwrite64,write,writev,sendto,sendmsg',
  ]
  const server = spawn(
    'strace',
    [...watch, process.execPath, cli, 'start', '--no-open', '--port', '0', '--data', data],
    {
      env: { PATH: process.env.PATH!, HOME: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: a signal must reach the server, and strace passes none on.
      detached: true,
    },
  )
  const exit = once(server, 'close')
  let printed = ''
  server.stderr.on('data', (bytes) => (printed += String(bytes)))
  const failed = exit.then(() => Promise.reject(new Error(`the server ended: ${printed}`)))
  failed.catch(() => undefined)
  await Promise.race([once(server.stdout, 'data'), failed])
  const { url, token } = JSON.parse(await readFile(join(data, 'server.json'), 'utf8')) as { url: string; token: string }

  async function end(): Promise<void> {
    if (server.exitCode === null && server.signalCode === null) process.kill(-server.pid!, 'SIGTERM')
    await exit
  }
  return {
    async createTask(title) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
      const response = await fetch(new URL('/api/v1/tasks', url), {
        method: 'POST',
        body: JSON.stringify({ title }),
        headers,
      })
      await response.arrayBuffer()
      return response.status
    },
    async stop() {
      await end()
      return parseTrace(await readFile(trace, 'latin1'))
    },
    async [Symbol.asyncDispose]() {
      await end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
