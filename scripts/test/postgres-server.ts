import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { run } from '../lib/run.ts'

/** A PostgreSQL of the tests' own, in a folder of its own. */
export interface PostgresServer {
  /** As a role that may create databases and nothing more: no superuser, bound by row-level security. */
  url: string
  /** As the superuser, whom Daybook refuses. */
  adminUrl: string
  stop(): Promise<void>
}

const PROGRAMS = '/usr/lib/postgresql'
const LEAST_VERSION = 15
/** Databases of tests are thrown away: only `durable` ones wait for the disk. */
const CARELESS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const SETTINGS = ['max_connections=400', 'shared_buffers=128MB', 'log_min_messages=fatal', 'autovacuum_naptime=15s']

/** What tests read to find their server. */
export function environmentOf({ url, adminUrl }: PostgresServer): Record<string, string> {
  return {
    DAYBOOK_TEST_DATABASE: 'postgres',
    DAYBOOK_TEST_POSTGRES_URL: url,
    DAYBOOK_TEST_POSTGRES_ADMIN_URL: adminUrl,
  }
}

/** Where the newest installed PostgreSQL has its programs; null when there is none from 15 on. */
export function findPostgres(): string | null {
  if (!existsSync(PROGRAMS)) return null
  const versions = readdirSync(PROGRAMS)
    .map(Number)
    .filter((version) => version >= LEAST_VERSION && existsSync(join(PROGRAMS, String(version), 'bin', 'initdb')))
  return versions.length === 0 ? null : join(PROGRAMS, String(Math.max(...versions)), 'bin')
}

/** Starts a server on a free loopback port, as an unprivileged user where the tests run as root. */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const programs = findPostgres()
  if (!programs) throw new Error('There is no PostgreSQL 15 or newer: install the Debian package postgresql')
  const folder = await mkdtemp(join(tmpdir(), 'daybook-postgres-'))
  const account = await unprivileged()
  if (account) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  const password = randomBytes(16).toString('hex')
  await writeFile(join(folder, 'password'), password)

  await finish(
    spawn(
      join(programs, 'initdb'),
      ['-D', data, '-U', ADMIN, '-A', 'scram-sha-256', `--pwfile=${join(folder, 'password')}`, ...INITDB],
      { ...account, stdio: ['ignore', 'ignore', 'inherit'], cwd: folder },
    ),
  )
  const port = await freePort()
  const settings = [
    ...SETTINGS,
    ...(durable ? [] : CARELESS),
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
  ]
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...account,
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: folder,
  })
  const ended = new Promise<void>((resolve) => void server.once('close', () => resolve()))
  const rolePassword = randomBytes(16).toString('hex')
  const adminUrl = `postgres://${ADMIN}:${password}@127.0.0.1:${port}/postgres`
  await createRole(adminUrl, rolePassword)
  return {
    url: `postgres://${ROLE}:${rolePassword}@127.0.0.1:${port}/postgres`,
    adminUrl,
    async stop() {
      // A fast shutdown: connections are cut, the data is left whole.
      server.kill('SIGINT')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const ADMIN = 'tests_admin'
const ROLE = 'daybook'
const INITDB = ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync']

/** The user that Debian's package makes; null where this process has no rights to give up. */
async function unprivileged(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null
  const [uid, gid] = await Promise.all(['-u', '-g'].map((word) => run('id', [word, 'postgres'])))
  return { uid: Number(uid!.stdout), gid: Number(gid!.stdout) }
}

async function createRole(url: string, password: string): Promise<void> {
  const client = await connect(url)
  await client.query(`CREATE ROLE ${ROLE} LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD '${password}'`)
  await client.end()
}

/** A server that has just started refuses for a while. */
async function connect(url: string): Promise<pg.Client> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return client
    } catch (cause) {
      if (attempt > 200) throw cause
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function finish(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`initdb ended with status ${code}`))))
  })
}
