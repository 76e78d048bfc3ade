import type { Transaction } from '#kernel/database/port.ts'
import type { Sealer } from '#kernel/ports.ts'

/** The word that a database keeps sealed, so that a wrong key is known; also what it is sealed for. */
const NAME = 'instance-key'

/** What the database keeps; null before its first start. */
export async function readKnownKey(transaction: Transaction): Promise<string | null> {
  const row = await transaction.get('SELECT value FROM secrets WHERE name = ?', NAME)
  return row ? Buffer.from(row.value as Uint8Array).toString('utf8') : null
}

/** Whether a key is the one that a database was sealed with. */
export function opensKnownKey(sealer: Sealer, known: string): boolean {
  try {
    return sealer.open(known, NAME) === NAME
  } catch {
    return false
  }
}

/** From now on the database is known by this key. */
export async function writeKnownKey(transaction: Transaction, sealer: Sealer): Promise<void> {
  await transaction.run('UPDATE secrets SET value = ? WHERE name = ?', Buffer.from(sealer.seal(NAME, NAME)), NAME)
}

/** Makes a database known by a key, unless another process was first; what it is known by then is answered. */
export async function takeKnownKey(transaction: Transaction, sealer: Sealer): Promise<string> {
  await transaction.run(
    'INSERT INTO secrets (name, value, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    NAME,
    Buffer.from(sealer.seal(NAME, NAME)),
    Date.now(),
  )
  return (await readKnownKey(transaction))!
}
