import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { Connection } from '../contract.ts'
import type { ConnectionRow } from './database.ts'

/** A row of accounts as the API shows it. */
export function toConnection(row: ConnectionRow): Connection {
  return {
    id: row.id,
    rev: row.rev,
    provider: row.provider,
    address: row.address,
    name: row.name,
    picture: row.picture,
    scopes: JSON.parse(row.scopes) as string[],
    state: row.state,
    problem: parsed(row.problem),
    lastSyncAt: toInstantOrNull(row.last_sync_at),
    window: { since: toInstantOrNull(row.window_since), count: row.window_count },
    intervalMinutes: row.interval_minutes,
    servers: { imap: parsed(row.imap), smtp: parsed(row.smtp) },
    createdAt: toInstant(row.created_at),
  }
}

function parsed<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T)
}
