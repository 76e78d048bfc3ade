import type { Database } from '#kernel/database/port.ts'
import type { Sealer } from '#kernel/ports.ts'
import { ConfigError } from '../config/config-error.ts'

const NAME = 'instance-key'

/** Refuses a key that the database's secrets were not sealed with; a database without secrets takes any. */
export async function checkInstanceKey(database: Database, sealer: Sealer): Promise<void> {
  const row = await database.write(async (transaction) => {
    const kept = await transaction.get('SELECT value FROM secrets WHERE name = ?', NAME)
    if (kept) return kept
    await transaction.run(
      'INSERT INTO secrets (name, value, at) VALUES (?, ?, ?)',
      NAME,
      Buffer.from(sealer.seal(NAME, NAME)),
      Date.now(),
    )
    return null
  })
  if (!row) return
  try {
    sealer.open(Buffer.from(row.value as Uint8Array).toString('utf8'), NAME)
  } catch (cause) {
    throw new ConfigError(
      'DAYBOOK_SECRET',
      'is not the one that this database was made with',
      'Set the one it was made with, or bring the file instance.key of its data folder along.',
      { cause },
    )
  }
}
