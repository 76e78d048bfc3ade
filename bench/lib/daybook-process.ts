import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureProgram } from '../../bin/bootstrap/program.js'
import { root, runtime } from './project.ts'
import { spawned, type Spawned, type SpawnedOptions } from './spawned.ts'

/** Daybook as people run it: a process of its own with a data folder, asked over HTTP. */
export interface DaybookProcess extends AsyncDisposable {
  process: Spawned
  url: string
  /** The one-time sign-in link. */
  link: string
  /** The secret of `server.json`. */
  localToken: string
  /** A JSON request with the local token; throws unless it is answered with success. */
  call<T>(method: string, path: string, body?: object): Promise<T>
  /** A personal access token that may read and write, as a program would use. */
  createToken(): Promise<string>
}

/** Starts a server on a free port and waits until it is ready. */
export async function startDaybook(dataFolder: string, options: SpawnedOptions = {}): Promise<DaybookProcess> {
  const process = spawned([runtime, ...startCommand(dataFolder, 0)], {
    cwd: root,
    ...options,
    env: { ...quiet, ...options.env },
  })
  const ready = await process.line('Daybook is ready')
  const { url, token } = JSON.parse(await readFile(join(dataFolder, 'server.json'), 'utf8')) as {
    url: string
    token: string
  }

  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as T
  }

  return {
    process,
    url,
    link: ready.slice(ready.indexOf('http')),
    localToken: token,
    call,
    createToken: async () =>
      (await call<{ token: string }>('POST', '/tokens', { name: 'bench', scopes: ['read', 'write'] })).token,
    [Symbol.asyncDispose]: () => process[Symbol.asyncDispose](),
  }
}

/** What the runtime is given to start a server; 0 takes any free port. */
export function startCommand(dataFolder: string, port: number): string[] {
  return [join(root, ensureProgram()), 'start', '--no-open', '--port', String(port), '--data', dataFolder]
}

/** A server of a bench logs failures only. */
export const quiet = { LOG_LEVEL: 'error', DAYBOOK_OPEN: 'false' }
