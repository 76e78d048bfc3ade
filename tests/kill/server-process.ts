import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
// @ts-expect-error -- Plain JavaScript, that any Node can run.
import { findRuntime } from '../../bin/bootstrap/runtime.js'

const PROGRAM = join(import.meta.dirname, '../../apps/cli/main.ts')

/** The real server over a data folder, in a process of its own that can be killed. */
export class ServerProcess implements AsyncDisposable {
  static readonly #running = new Set<ServerProcess>()

  /** Ends those that a failed test left behind. */
  static async killAll(): Promise<void> {
    await Promise.all([...ServerProcess.#running].map((server) => server.kill()))
  }

  readonly dataFolder: string
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>
  readonly #ready: Promise<void>
  #errors = ''

  constructor(dataFolder: string, settings: Record<string, string> = {}) {
    this.dataFolder = dataFolder
    const environment = { ...process.env, ...settings, LOG_LEVEL: 'error', APP_ENV: 'production' }
    this.#child = spawn(
      findRuntime(),
      [PROGRAM, 'start', '--no-open', '--no-web', '--port', '0', '--data', dataFolder],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: environment,
      },
    )
    this.#child.stderr!.on('data', (part) => (this.#errors += String(part)))
    ServerProcess.#running.add(this)
    this.#ended = new Promise<void>((resolve) => this.#child.once('exit', () => resolve())).then(() =>
      ServerProcess.#running.delete(this),
    )
    this.#ready = this.#untilReady()
    // Whoever kills it early does not wait for it to be ready.
    this.#ready.catch(() => undefined)
  }

  /** Calls the API with the token of the data folder; throws on refusals. */
  async call(method: string, path: string, body?: unknown): Promise<any> {
    const response = await this.fetch(path, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    await this.#ready
    const { url, token } = JSON.parse(await readFile(join(this.dataFolder, 'server.json'), 'utf8')) as {
      url: string
      token: string
    }
    return fetch(`${url}/api/v1${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } })
  }

  /** `kill -9`; resolves when the process is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  /** Ends in order. */
  async stop(): Promise<void> {
    await this.#ready
    this.#child.kill('SIGTERM')
    await this.#ended
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
  }

  async #untilReady(): Promise<void> {
    let output = ''
    const spoke = new Promise<void>((resolve) => {
      this.#child.stdout!.on('data', (part) => {
        output += String(part)
        if (output.includes('Daybook is ready')) resolve()
      })
    })
    const ended = this.#ended.then(() =>
      Promise.reject(new Error(`The server ended early: ${this.#errors.slice(-2000)}`)),
    )
    await Promise.race([spoke, ended])
  }
}

/** Looks at a database beside the process that writes it, until `wanted` says so; answers the row it saw. */
export async function watchDatabase(
  dataFolder: string,
  sql: string,
  wanted: (row: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown>> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline;) {
    const row = look(dataFolder, sql)
    if (row && wanted(row)) return row
    await sleep(2)
  }
  throw new Error(`Two minutes went by without it: ${sql}`)
}

function look(dataFolder: string, sql: string): Record<string, unknown> | null {
  try {
    const database = new DatabaseSync(join(dataFolder, 'daybook.sqlite'), { readOnly: true })
    try {
      return (database.prepare(sql).get() as Record<string, unknown> | null) ?? null
    } finally {
      database.close()
    }
  } catch (cause) {
    // A database that is being made, or recovered by its next owner, cannot be looked at yet.
    if (/unable to open|locked|no such table|readonly|disk I\/O/i.test((cause as Error).message)) return null
    throw cause
  }
}
