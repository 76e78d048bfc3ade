import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

export interface Ran {
  status: number
  stdout: string
  stderr: string
  /** The last line of stdout as JSON. */
  json: any
}

/** A data folder of its own, and the command line on it as a program. */
export interface Cli extends AsyncDisposable {
  folder: string
  data: string
  run(argv: string[], stdin?: string): Promise<Ran>
  /** Starts the server and waits for its line. */
  start(...argv: string[]): Promise<{ line: string; stop(): Promise<number> }>
}

/** Opens a folder for the stories of the command line. */
export async function openCli(): Promise<Cli> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-cli-'))
  const data = join(folder, 'data')
  const env = { ...process.env, DAYBOOK_DATA: data, LOG_LEVEL: 'warn', NO_COLOR: '1' }
  const program = (argv: string[]) => spawn(process.execPath, [MAIN, ...argv], { env, cwd: folder })
  return {
    folder,
    data,
    async run(argv, stdin = '') {
      const child = program(argv)
      child.stdin.end(stdin)
      const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
      return { status: Number(code), stdout, stderr, json: lastJson(stdout) }
    },
    async start(...argv) {
      const child = program(['start', '--no-open', '--port', '0', ...argv])
      const closed = once(child, 'close')
      const [chunk] = await Promise.race([once(child.stdout, 'data'), closed.then(() => [''])])
      return {
        line: String(chunk),
        async stop() {
          child.kill('SIGTERM')
          return Number((await closed)[0])
        },
      }
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

function lastJson(stdout: string): unknown {
  const line = stdout.trimEnd().split('\n').at(-1) ?? ''
  return /^[{[]/.test(line) ? JSON.parse(line) : null
}
