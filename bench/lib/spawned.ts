import { spawn, type ChildProcess } from 'node:child_process'

export interface SpawnedOptions {
  /** The processor core it is pinned to; any when left out. */
  core?: number
  env?: Record<string, string>
  cwd?: string
}

/** A process of this bench: stopped by SIGTERM, and killed when it does not end in time. */
export interface Spawned extends AsyncDisposable {
  pid: number
  /** What it has written to stderr, for the report of a failure. */
  errors(): string
  /** Resolves with the exit status when it ends. */
  ended: Promise<number | null>
  /** Resolves with the first line of stdout that begins with a word. */
  line(beginning: string): Promise<string>
}

/** Starts a program. `taskset` replaces itself by it, so that the process id is the program's own. */
export function spawned(command: readonly string[], options: SpawnedOptions = {}): Spawned {
  const pinned = options.core === undefined ? command : ['taskset', '-c', String(options.core), ...command]
  const [program, ...parameters] = pinned
  const child = spawn(program!, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
  })
  let stdout = ''
  let stderr = ''
  const listeners = new Set<() => void>()
  const note = () => listeners.forEach((listener) => listener())
  child.stdout!.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
    note()
  })
  child.stderr!.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(-10_000)))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code))
  })
  const gone = ended.then((code) => {
    throw new Error(`${program} ended with ${code}: ${stderr.slice(-2000)}`)
  })
  // Met by whoever waits for a line; nobody does after the start.
  gone.catch(() => undefined)

  return {
    pid: child.pid!,
    errors: () => stderr,
    ended,
    line(beginning) {
      const found = new Promise<string>((resolve) => {
        const look = () => {
          const line = stdout
            .split('\n')
            .slice(0, -1)
            .find((candidate) => candidate.startsWith(beginning))
          if (line === undefined) return
          listeners.delete(look)
          resolve(line)
        }
        listeners.add(look)
        look()
      })
      return Promise.race([found, gone])
    },
    [Symbol.asyncDispose]: () => end(child, ended),
  }
}

const PATIENCE_MILLISECONDS = 15_000

async function end(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MILLISECONDS)
  await ended
  clearTimeout(timer)
}
