import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from '#kernel/ports.ts'
import { keyringNotAvailable } from '../log/events.ts'
import { readInstanceKey, toKey, toText, type InstanceKey } from '../sealer/instance-key.ts'
import { openKeyring, type KeyringEntry } from './os-keyring.ts'

export interface MasterKeyOptions {
  dataFolder: string
  /** What the key is derived from; wins over all else. */
  secret: string | null
  /** Whether the key lies in the keyring of the operating system. */
  keyring: boolean
  log: Logger
  /** The keyring itself, unless it is the operating system's. */
  open?: (dataFolder: string) => Promise<KeyringEntry>
}

/**
 * The key that everything else is sealed under, from the first of these that there is: DAYBOOK_SECRET, the keyring of
 * the operating system where that is asked for, a file for the owner alone. There is no default key.
 */
export async function openMasterKey({
  dataFolder,
  secret,
  keyring,
  log,
  open = openKeyring,
}: MasterKeyOptions): Promise<InstanceKey> {
  const file = await readInstanceKey(dataFolder, secret)
  if (secret !== null || !keyring) return file
  try {
    const entry = await open(dataFolder)
    const kept = await entry.read()
    if (kept !== null) return { bytes: toKey(kept, 'The keyring'), keep: async () => undefined, isNew: false }
    if (file.isNew) return { ...file, keep: () => keepIn(entry, file, log) }
    await moveInto(entry, file, dataFolder)
    return file
  } catch (cause) {
    keyringNotAvailable(log, cause)
    return file
  }
}

/** A keyring may be read and yet not written: then the key lies in the file after all. */
async function keepIn(entry: KeyringEntry, key: InstanceKey, log: Logger): Promise<void> {
  try {
    await writeAndCheck(entry, key)
  } catch (cause) {
    keyringNotAvailable(log, cause)
    await key.keep()
  }
}

/** The file goes once the keyring has answered with the same key. */
async function moveInto(entry: KeyringEntry, key: InstanceKey, dataFolder: string): Promise<void> {
  await writeAndCheck(entry, key)
  await unlink(join(dataFolder, 'instance.key'))
}

async function writeAndCheck(entry: KeyringEntry, { bytes }: InstanceKey): Promise<void> {
  await entry.write(toText(bytes))
  if ((await entry.read()) !== toText(bytes)) throw new Error('The keyring did not keep the key')
}
