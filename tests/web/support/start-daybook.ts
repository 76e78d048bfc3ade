import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServerDatabase } from '#testing/server-database.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const START_MILLISECONDS = 60_000

/** A Daybook of its own: the real server in its own process, on a free port and an empty folder. */
export interface Daybook extends AsyncDisposable {
  /** Scheme, host and port. */
  url: string
  /** Another one-time sign-in link. */
  newLink: () => Promise<string>
  /** The link that the start printed. */
  link: string
  folder: string
}

export interface StartOptions {
  port?: number
  environment?: Record<string, string>
}

/** Starts `bin/daybook.js`, which builds the web app where it is stale, and waits for the line with the link. */
export async function startDaybook({ port, environment }: StartOptions = {}): Promise<Daybook> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-web-'))
  const database = await createServerDatabase()
  const run = (command: string[]) => runDaybook(command, { ...database.environment, ...environment })
  const server = run(['start', '--no-open', '--port', String(port ?? process.env.DAYBOOK_PORT ?? 0), '--data', folder])
  const link = await firstLink(server)
  return {
    url: new URL(link).origin,
    link,
    folder,
    newLink: () => firstLink(run(['link', '--data', folder])),
    async [Symbol.asyncDispose]() {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function runDaybook(command: string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(root, 'bin/daybook.js'), ...command], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function firstLink(child: ChildProcess): Promise<string> {
  let printed = ''
  const found = new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const link = /https?:\/\/\S+#\S+/.exec(printed)
      if (link) resolve(link[0])
    })
    child.stderr!.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    child.once('exit', (status) => reject(new Error(`Daybook ended with ${status} before it gave a link:\n${printed}`)))
    setTimeout(() => reject(new Error(`Daybook gave no link:\n${printed}`)), START_MILLISECONDS).unref()
  })
  return found
}
