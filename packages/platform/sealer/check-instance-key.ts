import type { Database } from '#kernel/database/port.ts'
import type { Sealer } from '#kernel/ports.ts'
import { ConfigError } from '../config/config-error.ts'
import { opensKnownKey, readKnownKey, takeKnownKey } from './known-key.ts'

/**
 * Refuses a key that the database's secrets were not sealed with. A database that knows none yet takes it, once `keep`
 * has put it on the disk: a data folder whose key was lost gets no other one that could be taken for it.
 */
export async function checkInstanceKey(database: Database, sealer: Sealer, keep: () => Promise<void>): Promise<void> {
  const known = (await database.read(readKnownKey)) ?? (await makeKnown(database, sealer, keep))
  if (opensKnownKey(sealer, known)) return
  throw new ConfigError(
    'DAYBOOK_SECRET',
    'is not the one that this database was made with',
    'Set the one it was made with, or bring the file instance.key of its data folder along.',
  )
}

async function makeKnown(database: Database, sealer: Sealer, keep: () => Promise<void>): Promise<string> {
  await keep()
  return database.write((transaction) => takeKnownKey(transaction, sealer))
}
