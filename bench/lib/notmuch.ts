import { execFile, spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { readArchive } from '#modules/mail/server/archive/read-archive.ts'

const run = promisify(execFile)
// The system's own: notmuch's library is installed for it.
const PYTHON = '/usr/bin/python3'

/** Whether notmuch and its Python library are installed. */
export async function hasNotmuch(): Promise<boolean> {
  try {
    await run('notmuch', ['--version'])
    await run(PYTHON, ['-c', 'import notmuch2'])
    return true
  } catch {
    // Not installed is an answer here, and the bench says so.
    return false
  }
}

export const NO_NOTMUCH = 'notmuch is not here: apt-get install notmuch python3-notmuch2'

/** Writes the messages of archives as a Maildir, as notmuch reads them; answers how many. */
export async function writeMaildir(folder: string, archives: readonly string[]): Promise<number> {
  for (const name of ['cur', 'new', 'tmp']) await mkdir(join(folder, name), { recursive: true })
  let count = 0
  for (const archive of archives) {
    for await (const { source } of readArchive(createReadStream(archive), { name: archive })) {
      await writeFile(join(folder, 'cur', `${String(++count).padStart(6, '0')}:2,S`), source)
    }
  }
  return count
}

/** Indexes a Maildir with `notmuch new`; answers how long it took. */
export async function notmuchNew(maildir: string): Promise<number> {
  const config = configOf(maildir)
  await writeFile(
    config,
    `[database]\npath=${maildir}\n[user]\nname=Bench\nprimary_email=bench@example.test\n[new]\ntags=\n[search]\nexclude_tags=\n`,
  )
  const started = performance.now()
  await run('notmuch', ['new', '--quiet'], { env: { ...process.env, NOTMUCH_CONFIG: config } })
  return performance.now() - started
}

/** notmuch's library over an indexed Maildir, in a process of its own. */
export interface NotmuchLibrary extends AsyncDisposable {
  /** The median of so many searches for the newest 50, in milliseconds, measured over there. */
  time(query: string, runs: number): Promise<number>
  ids(query: string): Promise<string[]>
}

export function openNotmuch(maildir: string): NotmuchLibrary {
  const child = spawn(PYTHON, [new URL('../peers/notmuch.py', import.meta.url).pathname, maildir, configOf(maildir)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ask = async (query: string, runs: number) => {
    child.stdin.write(`${JSON.stringify({ query, runs })}\n`)
    const { value, done } = await lines.next()
    if (done) throw new Error('notmuch ended before it answered')
    return JSON.parse(value as string) as never
  }
  return {
    time: (query, runs) => ask(query, runs),
    ids: (query) => ask(query, 0),
    async [Symbol.asyncDispose]() {
      child.stdin.end()
      await ended
    },
  }
}

function configOf(maildir: string): string {
  return `${maildir}.conf`
}
