import { hkdfSync, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile } from '../files/durable-file.ts'

const BYTES = 32

export interface InstanceKey {
  /** 256 bits. */
  bytes: Buffer
  /** Puts a key that was made just now on the disk. Nothing may be sealed with it before. */
  keep(): Promise<void>
  /** Whether it was made just now. */
  isNew: boolean
}

/**
 * The key that secrets in the database are sealed with: derived from DAYBOOK_SECRET (HKDF, RFC 5869), or kept beside
 * the data in a file for the owner alone. There is no default key.
 */
export async function readInstanceKey(dataFolder: string, secret: string | null): Promise<InstanceKey> {
  const keep = async () => undefined
  if (secret !== null)
    return { bytes: Buffer.from(hkdfSync('sha256', secret, '', 'daybook instance key', BYTES)), keep, isNew: false }
  const path = join(dataFolder, 'instance.key')
  const kept = await readFile(path, 'utf8').catch((cause: { code?: unknown }) => {
    if (cause.code === 'ENOENT') return null
    throw cause
  })
  if (kept !== null) return { bytes: toKey(kept, path), keep, isNew: false }
  const bytes = randomBytes(BYTES)
  return { bytes, keep: () => replaceFile(path, `${toText(bytes)}\n`), isNew: true }
}

/** A key as it is written down. */
export const toText = (key: Buffer): string => key.toString('base64url')

/** The key that a text holds; `path` says where it was read. */
export function toKey(text: string, path: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64url')
  if (key.length !== BYTES) throw new Error(`${path} does not hold a key; restore it from a backup`)
  return key
}
