import { randomBytes } from 'node:crypto'
import type { Database } from '#kernel/database/port.ts'
import type { ModuleDefinition } from '#kernel/module.ts'
import type { Logger } from '#kernel/ports.ts'
import { resealAll } from '#kernel/sealing/reseal-all.ts'
import { createSealer } from '#platform/sealer/aes-sealer.ts'
import { readInstanceKey } from '#platform/sealer/instance-key.ts'
import { opensKnownKey, readKnownKey, writeKnownKey } from '#platform/sealer/known-key.ts'
import { openMasterKey } from '#platform/vault/master-key.ts'
import { keepNextKey, settleNextKey } from '#platform/vault/next-key.ts'

export interface RekeyOptions {
  dataFolder: string
  database: Database
  modules: readonly ModuleDefinition[]
  /** What the key in force is derived from; null where it lies in a keyring or a file. */
  secret: string | null
  /** What the new key is derived from; null for one made by chance, which takes the place of the former. */
  nextSecret: string | null
  keyring: boolean
  log: Logger
}

/** What came of it: `done`, `was-done` by a run that was cut short afterwards, or why nothing was changed. */
export type Rekeyed =
  | { state: 'done'; texts: number }
  | { state: 'was-done' }
  | { state: 'no-data' | 'wrong-key' | 'next-secret-missing' }

/**
 * Seals all that lies under the instance key under another one, in one transaction. The new key is on the disk before and
 * takes its place after; whatever ends the process in between, the next start finds out which of the two is in force. The
 * caller holds the folder.
 */
export async function rekey(options: RekeyOptions): Promise<Rekeyed> {
  const { dataFolder, database, modules, secret, nextSecret, keyring, log } = options
  await settleNextKey(database, { dataFolder, keyring })
  const known = await database.read(readKnownKey)
  if (known === null) return { state: 'no-data' }
  if (secret !== null && nextSecret === null) return { state: 'next-secret-missing' }
  const next = nextSecret === null ? randomBytes(32) : (await readInstanceKey(dataFolder, nextSecret)).bytes
  const to = createSealer(next)
  if (opensKnownKey(to, known)) return { state: 'was-done' }
  const from = createSealer((await openMasterKey({ dataFolder, secret, keyring, log })).bytes)
  if (!opensKnownKey(from, known)) return { state: 'wrong-key' }

  // A key that comes from a secret is kept by whoever has the secret.
  if (nextSecret === null) await keepNextKey(dataFolder, next)
  const texts = await database.write(async (transaction) => {
    const count = await resealAll(transaction, modules, { from, to })
    await writeKnownKey(transaction, to)
    return count
  })
  await settleNextKey(database, { dataFolder, keyring })
  // What was sealed under the former key is not to be found in free pages either.
  await database.scrub(new AbortController().signal)
  return { state: 'done', texts }
}
