import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '#kernel/database/port.ts'
import { replaceFile, syncFolder } from '../files/durable-file.ts'
import { createSealer } from '../sealer/aes-sealer.ts'
import { toKey, toText } from '../sealer/instance-key.ts'
import { opensKnownKey, readKnownKey } from '../sealer/known-key.ts'
import { openKeyring, type KeyringEntry } from './os-keyring.ts'

export interface NextKeyOptions {
  dataFolder: string
  /** Whether the key lies in the keyring of the operating system. */
  keyring: boolean
  /** The keyring itself, unless it is the operating system's. */
  open?: (dataFolder: string) => Promise<KeyringEntry>
}

const pathOf = (dataFolder: string): string => join(dataFolder, 'instance.key.next')

/** Puts the key to come beside the one in force, before anything is sealed with it. */
export function keepNextKey(dataFolder: string, bytes: Buffer): Promise<void> {
  return replaceFile(pathOf(dataFolder), `${toText(bytes)}\n`)
}

/**
 * Ends a change of the instance key, wherever it was cut short: the database is under the new key, which takes its place,
 * or still under the former one, and the new key is forgotten. Called before the key is read.
 */
export async function settleNextKey(
  database: Pick<Database, 'read'>,
  { dataFolder, keyring, open = openKeyring }: NextKeyOptions,
): Promise<void> {
  const path = pathOf(dataFolder)
  const text = await readFile(path, 'utf8').catch((cause: { code?: unknown }) => {
    if (cause.code === 'ENOENT') return null
    throw cause
  })
  if (text === null) return
  const bytes = toKey(text, path)
  const known = await database.read(readKnownKey)
  if (known !== null && opensKnownKey(createSealer(bytes), known)) {
    if (keyring && (await isKeptIn(open, dataFolder))) await (await open(dataFolder)).write(toText(bytes))
    else await replaceFile(join(dataFolder, 'instance.key'), `${toText(bytes)}\n`)
  }
  await rm(path, { force: true })
  await syncFolder(dataFolder)
}

/** Where a keyring has the former key, the new one must go there: it would be asked first. */
async function isKeptIn(open: (dataFolder: string) => Promise<KeyringEntry>, dataFolder: string): Promise<boolean> {
  try {
    return (await (await open(dataFolder)).read()) !== null
  } catch {
    return false
  }
}
