import { createEmptyPostgres, dropPostgres, testPostgresUrl } from './postgres-databases.ts'

/** Where a server that runs as a process of its own keeps its data: what to set for it, and the way to throw it away. */
export interface ServerDatabase {
  environment: Record<string, string>
  remove(): Promise<void>
}

/** An empty database for one server: of the tests' PostgreSQL where they run on it, else SQLite in its data folder. */
export async function createServerDatabase(): Promise<ServerDatabase> {
  const server = testPostgresUrl()
  if (server === null) return { environment: {}, remove: async () => undefined }
  const url = await createEmptyPostgres(server)
  return { environment: { DAYBOOK_DATABASE_URL: url }, remove: () => dropPostgres(server, url) }
}
