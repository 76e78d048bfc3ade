import { PostgresAdapter, type Kysely } from 'kysely'
import type { Transaction } from './port.ts'

/** Which database a handler's handle speaks to, for the little that differs: full text, and nothing else. */
export function dialectOf(db: object): Transaction['dialect'] {
  const { adapter } = (db as Kysely<unknown>).getExecutor()
  return adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
}
