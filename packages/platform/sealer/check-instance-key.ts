import type { Database, Row, Transaction } from '#kernel/database/port.ts'
import type { Sealer } from '#kernel/ports.ts'
import { ConfigError } from '../config/config-error.ts'

const NAME = 'instance-key'

/**
 * Refuses a key that the database's secrets were not sealed with. A database that knows none yet takes it, once `keep`
 * has put it on the disk: a data folder whose key was lost gets no other one that could be taken for it.
 */
export async function checkInstanceKey(database: Database, sealer: Sealer, keep: () => Promise<void>): Promise<void> {
  const known = (await database.read(readKnown)) ?? (await makeKnown(database, sealer, keep))
  try {
    sealer.open(Buffer.from(known.value as Uint8Array).toString('utf8'), NAME)
  } catch (cause) {
    throw new ConfigError(
      'DAYBOOK_SECRET',
      'is not the one that this database was made with',
      'Set the one it was made with, or bring the file instance.key of its data folder along.',
      { cause },
    )
  }
}

const readKnown = async (transaction: Transaction) => transaction.get('SELECT value FROM secrets WHERE name = ?', NAME)

/** Another process may be first: what is kept is what counts. */
async function makeKnown(database: Database, sealer: Sealer, keep: () => Promise<void>): Promise<Row> {
  await keep()
  const row = await database.write(async (transaction) => {
    await transaction.run(
      'INSERT INTO secrets (name, value, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      NAME,
      Buffer.from(sealer.seal(NAME, NAME)),
      Date.now(),
    )
    return readKnown(transaction)
  })
  return row!
}
