import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, createConnection, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = '/usr/sbin/dovecot'
const mailUser = 8

/** Why a real Dovecot cannot be started here; null where it can. */
export function dovecotMissing(): string | null {
  if (!existsSync(program)) return 'Dovecot is not installed (apt: dovecot-imapd)'
  if (process.getuid?.() !== 0) return 'Dovecot needs to be started as root'
  return null
}

/** A Dovecot on loopback whose INBOX holds the given messages, in that order. */
export class Dovecot implements AsyncDisposable {
  readonly port: number
  readonly #folder: string
  readonly #process: ChildProcess

  private constructor(port: number, folder: string, child: ChildProcess) {
    this.port = port
    this.#folder = folder
    this.#process = child
  }

  static async start(messages: Uint8Array[]): Promise<Dovecot> {
    const folder = await mkdtemp(join(tmpdir(), 'daybook-dovecot-'))
    await chmod(folder, 0o755)
    await writeMaildir(join(folder, 'home'), messages)
    const port = await freePort()
    await writeFile(join(folder, 'users'), `alice:{PLAIN}secret:${mailUser}:${mailUser}::${join(folder, 'home')}::\n`)
    await writeFile(join(folder, 'dovecot.conf'), configuration(folder, port))
    const child = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
    const dovecot = new Dovecot(port, folder, child)
    await dovecot.#listening()
    return dovecot
  }

  /** The threads of the INBOX by `THREAD=REFS`, each as message sequence numbers from 1. */
  async threads(): Promise<number[][]> {
    const answer = await this.#session(['LOGIN alice secret', 'SELECT INBOX', 'THREAD REFS UTF-8 ALL', 'LOGOUT'])
    const line = answer.split('\r\n').find((text) => text.startsWith('* THREAD'))
    if (!line) throw new Error(`Dovecot did not answer THREAD:\n${answer.slice(0, 2000)}`)
    return parseThreads(line.slice('* THREAD'.length))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    if (this.#process.exitCode === null && this.#process.kill('SIGTERM')) await ended
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #listening(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt++) {
      if (this.#process.exitCode !== null) throw new Error(`Dovecot ended with ${this.#process.exitCode}`)
      if (
        await this.#session(['LOGOUT']).then(
          (text) => text.startsWith('* OK'),
          () => false,
        )
      )
        return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('Dovecot did not start to listen within 10 s')
  }

  #session(commands: string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const parts: Buffer[] = []
      const socket = createConnection(this.port, '127.0.0.1', () => {
        socket.write(commands.map((command, n) => `a${n} ${command}\r\n`).join(''))
      })
      socket.on('data', (part) => parts.push(Buffer.from(part)))
      socket.on('end', () => resolve(Buffer.concat(parts).toString('latin1')))
      socket.on('error', reject)
    })
  }
}

/** The message numbers a thread of a THREAD answer, e.g. ` (2)(3 6 (4 23)(44 7 96))` (RFC 5256, 4). */
export function parseThreads(answer: string): number[][] {
  const threads: number[][] = []
  let depth = 0
  for (const token of answer.match(/[()]|\d+/g) ?? []) {
    if (token === '(' && depth++ === 0) threads.push([])
    else if (token === ')') depth--
    else if (token !== '(') threads.at(-1)?.push(Number(token))
  }
  return threads
}

async function writeMaildir(home: string, messages: Uint8Array[]): Promise<void> {
  const box = join(home, 'Maildir')
  for (const name of ['cur', 'new', 'tmp']) await mkdir(join(box, name), { recursive: true })
  for (const path of [home, box, ...['cur', 'new', 'tmp'].map((name) => join(box, name))]) {
    await chown(path, mailUser, mailUser)
  }
  // Dovecot numbers new files by the seconds their names start with.
  for (const [n, message] of messages.entries()) {
    await writeFile(join(box, 'cur', `${1_000_000_001 + n}.M0P1.test:2,S`), message, { mode: 0o644 })
  }
}

function configuration(folder: string, port: number): string {
  return `
protocols = imap
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:~/Maildir
mail_uid = mail
mail_gid = mail
first_valid_uid = ${mailUser}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = passwd-file
  args = ${folder}/users
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
