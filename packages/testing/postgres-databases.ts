import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { kernelMigrations } from '#kernel/migrations/kernel-migrations.ts'
import { migrate, type SchemaOwner } from '#kernel/migrations/migrate.ts'
import type { ModuleDefinition } from '#kernel/module.ts'
import { PostgresDatabase } from '#platform/postgres/postgres-database.ts'

/** Where tests run on PostgreSQL: a role that may create databases. Null where they run on SQLite. */
export function testPostgresUrl(): string | null {
  if (process.env.DAYBOOK_TEST_DATABASE !== 'postgres') return null
  const url = process.env.DAYBOOK_TEST_POSTGRES_URL
  if (url) return url
  throw new Error('DAYBOOK_TEST_DATABASE is postgres: run the tests by node bin/run.js scripts/test/postgres.ts -- …')
}

/** A database of its own with every module's tables, copied from one that was migrated once; answers its URL. */
export async function createPostgres(server: string, modules: readonly ModuleDefinition[]): Promise<string> {
  const template = await templateOf(server, modules)
  return createFrom(server, template)
}

/** An empty database of its own. */
export function createEmptyPostgres(server: string): Promise<string> {
  return createFrom(server, 'template0')
}

/** Removes a database, whoever is still connected to it. */
export async function dropPostgres(server: string, url: string): Promise<void> {
  const drop = () => asServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${nameOf(url)} WITH (FORCE)`))
  for (let attempt = 1; ; attempt++) {
    try {
      return void (await drop())
    } catch (cause) {
      // The server’s own upkeep may be looking into it, and is nobody’s to send away. What is left goes with the server.
      if (attempt >= DROP_ATTEMPTS || (cause as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw cause
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

const DROP_ATTEMPTS = 50
const INSUFFICIENT_PRIVILEGE = '42501'

async function createFrom(server: string, template: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await asServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  return withName(server, name)
}

const templates = new Map<string, Promise<string>>()

function templateOf(server: string, modules: readonly ModuleDefinition[]): Promise<string> {
  const owners: SchemaOwner[] = [{ name: 'kernel', migrations: kernelMigrations }, ...modules]
  const name = `template_${digestOf(owners)}`
  const known = templates.get(name) ?? makeTemplate(server, name, owners)
  templates.set(name, known)
  return known
}

/** What the schema is made of: another schema is another template. */
function digestOf(owners: readonly SchemaOwner[]): string {
  const parts = owners.map(({ name, migrations, tables }) => [
    name,
    tables,
    migrations.map((step) => [step.name, step.statements('postgres')]),
  ])
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}

/** Test files run beside each other: the first makes it, under a lock, and the others wait. */
function makeTemplate(server: string, name: string, owners: readonly SchemaOwner[]): Promise<string> {
  return asServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rows.length > 0) return name
    await client.query(`DROP DATABASE IF EXISTS ${name}_begun WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${name}_begun TEMPLATE template0`)
    const database = new PostgresDatabase({ url: withName(server, `${name}_begun`), strict: false })
    try {
      await migrate(database, owners)
    } finally {
      await database.close()
    }
    await client.query(`ALTER DATABASE ${name}_begun RENAME TO ${name}`)
    return name
  })
}

/** The lock that a work takes ends with its connection. */
async function asServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const nameOf = (url: string) => new URL(url).pathname.slice(1)

function withName(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
