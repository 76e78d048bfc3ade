import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PROGRAM = '/usr/sbin/dovecot'
const MAIL_USER = 8

/** Why a real Dovecot cannot be started here; null where it can. */
export function dovecotMissing(): string | null {
  if (!existsSync(PROGRAM)) return 'Dovecot is not installed (apt: dovecot-imapd)'
  if (process.getuid?.() !== 0) return 'Dovecot needs to be started as root'
  return null
}

export interface DovecotOptions {
  /** Names and passwords; `alice` with `secret` unless told. */
  users?: Record<string, string>
  /** Takes XOAUTH2 and OAUTHBEARER too, and asks this address about tokens (RFC 7662); the token is appended. */
  introspectionUrl?: string
  /** More lines of its configuration. */
  extra?: string
  /** Capabilities that it hides, such as `QRESYNC CONDSTORE`. */
  without?: string[]
}

/** A real IMAP server on loopback with Maildirs of its own, that can be stopped, killed and started again. */
export class Dovecot implements AsyncDisposable {
  readonly port: number
  readonly #folder: string
  readonly #users: Record<string, string>
  #process: ChildProcess | null = null
  #delivered = 0

  private constructor(port: number, folder: string, users: Record<string, string>) {
    this.port = port
    this.#folder = folder
    this.#users = users
  }

  static async start(options: DovecotOptions = {}): Promise<Dovecot> {
    const folder = await mkdtemp(join(tmpdir(), 'daybook-dovecot-'))
    await chmod(folder, 0o755)
    const users = options.users ?? { alice: 'secret' }
    const dovecot = new Dovecot(await freePort(), folder, users)
    for (const name of Object.keys(users)) await makeFolder(dovecot.home(name))
    const passwords = Object.entries(users).map(
      ([name, password]) => `${name}:{PLAIN}${password}:${MAIL_USER}:${MAIL_USER}::${dovecot.home(name)}::\n`,
    )
    await writeFile(join(folder, 'users'), passwords.join(''))
    await writeFile(join(folder, 'dovecot.conf'), configuration(folder, dovecot.port, options))
    if (options.introspectionUrl) await writeFile(join(folder, 'oauth2.conf.ext'), oauth2(options.introspectionUrl))
    await dovecot.up()
    return dovecot
  }

  home(user = 'alice'): string {
    return join(this.#folder, 'home', user)
  }

  /** The folder of a mailbox in the Maildir of a user. */
  folderOf(mailbox: string, user = 'alice'): string {
    const maildir = join(this.home(user), 'Maildir')
    return mailbox === 'INBOX' ? maildir : join(maildir, `.${mailbox.replaceAll('/', '.')}`)
  }

  /** Delivers a message as a mail server would: written aside, then renamed. */
  async deliver(source: string | Uint8Array, { mailbox = 'INBOX', user = 'alice' } = {}): Promise<void> {
    const folder = this.folderOf(mailbox, user)
    await makeMaildir(folder)
    const name = `${Math.floor(Date.now() / 1000)}.M${String(++this.#delivered).padStart(6, '0')}P${process.pid}.test`
    await writeFile(join(folder, 'tmp', name), source, { mode: 0o644 })
    await chown(join(folder, 'tmp', name), MAIL_USER, MAIL_USER)
    await rename(join(folder, 'tmp', name), join(folder, 'new', name))
  }

  /** Puts many messages into a mailbox before anybody has looked at it; their uids are in this order. */
  async prefill(
    sources: Iterable<string | Uint8Array>,
    { mailbox = 'INBOX', user = 'alice', seen = true } = {},
  ): Promise<void> {
    const folder = this.folderOf(mailbox, user)
    await makeMaildir(folder)
    for (const source of sources) {
      // Dovecot numbers new files by the seconds their names start with.
      const name = `${1_000_000_000 + ++this.#delivered}.M0P1.test:2,${seen ? 'S' : ''}`
      await writeFile(join(folder, 'cur', name), source, { mode: 0o644 })
    }
    await chownAll(folder)
  }

  /** Answers of commands that another program gives by IMAP. */
  async run(commands: string[], user = 'alice'): Promise<string> {
    const answer = await this.#session([`LOGIN ${user} ${this.#users[user]}`, ...commands, 'LOGOUT'])
    const refused = /^a\d+ (?:NO|BAD) .*$/m.exec(answer)
    if (refused) throw new Error(`Dovecot refused: ${refused[0]}`)
    return answer
  }

  /**
   * Has mailboxes numbered anew: another UIDVALIDITY, and other uids, some of which other messages had. Answers those
   * that had numbers.
   */
  async renumber(mailboxes: string | readonly string[] = 'INBOX', user = 'alice'): Promise<string[]> {
    await this.down()
    const renumbered: string[] = []
    for (const mailbox of [mailboxes].flat()) {
      const folder = this.folderOf(mailbox, user)
      const names = existsSync(folder) ? await readdir(folder) : []
      const numbers = names.filter((name) => /^dovecot[-.](uidlist|index)/.test(name))
      for (const name of numbers) await rm(join(folder, name))
      if (numbers.length > 0) renumbered.push(mailbox)
    }
    await this.up()
    return renumbered
  }

  async up(): Promise<void> {
    if (this.#process) return
    this.#process = spawn(PROGRAM, ['-F', '-c', join(this.#folder, 'dovecot.conf')], {
      stdio: 'ignore',
      detached: true,
    })
    await this.#listening()
  }

  /** Ends the server with all its connections. */
  async down(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#process
    this.#process = null
    if (!child || child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    if (child.kill(signal)) await ended
    try {
      // Sessions may outlive their server, and would go on as if nothing had happened.
      process.kill(-child.pid!, 'SIGKILL')
    } catch {
      // None is left.
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.down()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #listening(): Promise<void> {
    for (let attempt = 0; attempt < 400; attempt++) {
      if (this.#process?.exitCode !== null) throw new Error(`Dovecot ended with ${this.#process?.exitCode}`)
      const answers = await this.#session(['LOGOUT']).then(
        (text) => text.startsWith('* OK'),
        () => false,
      )
      if (answers) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('Dovecot does not listen')
  }

  #session(commands: string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const parts: Buffer[] = []
      const socket = createConnection(this.port, '127.0.0.1', () => {
        socket.write(commands.map((command, n) => `a${n} ${command}\r\n`).join(''))
      })
      socket.on('data', (part) => parts.push(part as Buffer))
      socket.on('end', () => resolve(Buffer.concat(parts).toString('latin1')))
      socket.on('error', reject)
    })
  }
}

async function makeMaildir(folder: string): Promise<void> {
  for (const name of ['', 'cur', 'new', 'tmp']) await makeFolder(join(folder, name))
}

async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return
  await makeFolder(join(path, '..'))
  await mkdir(path, { recursive: true })
  await chown(path, MAIL_USER, MAIL_USER)
}

function chownAll(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('chown', ['-R', `${MAIL_USER}:${MAIL_USER}`, folder], { stdio: 'ignore' })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`chown ended with ${code}`))))
  })
}

const CAPABILITIES =
  'IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE SORT SORT=DISPLAY THREAD=REFERENCES THREAD=REFS THREAD=ORDEREDSUBJECT ' +
  'MULTIAPPEND URL-PARTIAL CATENATE UNSELECT CHILDREN NAMESPACE UIDPLUS LIST-EXTENDED I18NLEVEL=1 CONDSTORE QRESYNC ' +
  'ESEARCH ESORT SEARCHRES WITHIN CONTEXT=SEARCH LIST-STATUS BINARY MOVE SNIPPET=FUZZY PREVIEW=FUZZY PREVIEW ' +
  'STATUS=SIZE SAVEDATE LITERAL+ NOTIFY SPECIAL-USE'

function configuration(folder: string, port: number, options: DovecotOptions): string {
  const { introspectionUrl, extra = '', without } = options
  const hidden = new Set(without)
  const offered = CAPABILITIES.split(' ').filter((name) => !hidden.has(name))
  return `
protocols = imap
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login${introspectionUrl ? ' xoauth2 oauthbearer' : ''}
mail_location = maildir:~/Maildir
mail_uid = mail
mail_gid = mail
first_valid_uid = ${MAIL_USER}
mail_max_userip_connections = 100
${without ? `imap_capability = ${offered.join(' ')}` : ''}
${introspectionUrl ? `passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = ${folder}/oauth2.conf.ext\n}` : ''}
passdb {
  driver = passwd-file
  mechanisms = plain login
  args = ${folder}/users
}
userdb {
  driver = passwd-file
  args = ${folder}/users
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Drafts {
    auto = create
    special_use = \\Drafts
  }
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
  mailbox Junk {
    auto = create
    special_use = \\Junk
  }
  mailbox Trash {
    auto = create
    special_use = \\Trash
  }
  mailbox Archive {
    auto = create
    special_use = \\Archive
  }
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
${extra}
`
}

function oauth2(introspectionUrl: string): string {
  return `introspection_mode = auth
introspection_url = ${introspectionUrl}
username_attribute = email
active_attribute = active
active_value = true
`
}

/**
 * A free port below those that systems give to connections (32768 on Linux, 49152 by RFC 6335): while the server is
 * down nobody else gets it by chance.
 */
async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (await isFree(port)) return port
  }
  throw new Error('No port is free for Dovecot')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
