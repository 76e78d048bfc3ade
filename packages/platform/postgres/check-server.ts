import pg from 'pg'

/** PostgreSQL cannot be used as it is: what is wrong with it, and how to mend it. Never the URL, which holds a password. */
export class UnfitDatabaseError extends Error {
  readonly code = 'unfit-database'
  readonly remedy: string

  constructor(fault: string, remedy: string, options?: ErrorOptions) {
    super(fault, options)
    this.name = 'UnfitDatabaseError'
    this.remedy = remedy
  }
}

const LEAST_VERSION = 150_000
const CONNECT_MILLISECONDS = 10_000

/** Refuses a server that cannot be reached or is too old, and a role that row-level security does not bind. */
export async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MILLISECONDS })
  // A connection that breaks later says so by the statement that fails.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (cause) {
    throw new UnfitDatabaseError(
      `PostgreSQL cannot be reached: ${reasonOf(cause)}`,
      'Check that the server runs, and host, port, name and password in DAYBOOK_DATABASE_URL.',
      { cause },
    )
  }
  try {
    await refuseUnfit(client)
  } finally {
    await client.end()
  }
}

async function refuseUnfit(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; unbound: boolean }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
       rolsuper OR rolbypassrls AS unbound FROM pg_roles WHERE rolname = current_user`,
  )
  const { version, encoding, unbound } = rows[0]!
  if (version < LEAST_VERSION)
    throw new UnfitDatabaseError(`PostgreSQL ${Math.floor(version / 10_000)} is too old`, 'Use PostgreSQL 15 or newer.')
  if (encoding !== 'UTF8')
    throw new UnfitDatabaseError(
      `The database is encoded in ${encoding}`,
      "Create one with ENCODING 'UTF8' TEMPLATE template0.",
    )
  if (unbound)
    throw new UnfitDatabaseError(
      'The role of DAYBOOK_DATABASE_URL passes row-level security, which keeps workspaces apart',
      'Use a role of its own that owns the database: CREATE ROLE daybook LOGIN NOSUPERUSER NOBYPASSRLS.',
    )
}

/** The server's sentence, or the system's code; the driver's own errors name neither password nor URL. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'no reason was given'
  return cause.message || String((cause as { code?: unknown }).code ?? 'no reason was given')
}
