import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto'
import type { Sealer } from '#kernel/ports.ts'

const ALGORITHM = 'aes-256-gcm'
/** NIST SP 800-38D: 96 random bits are safe for 2^32 messages a key. */
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** Seals with AES-256-GCM under one key. A sealed text names its key, so that a wrong one is told from damage. */
export function createSealer(key: Buffer): Sealer {
  const keyId = idOf(key)
  return {
    seal(plain, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place))
      const bytes = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `v1.${keyId}.${bytes.toString('base64url')}`
    },
    open(sealed, place) {
      const [version, sealedWith, text] = sealed.split('.')
      if (version !== 'v1' || text === undefined) throw new Error('This is not a sealed text')
      if (sealedWith !== keyId) throw new Error('This was sealed with another instance key')
      const bytes = Buffer.from(text, 'base64url')
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG_BYTES))
      const plain = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
      return Buffer.concat([plain, decipher.final()]).toString('utf8')
    },
    makeKey(place) {
      const dataKey = randomBytes(KEY_BYTES)
      return { id: idOf(dataKey), wrapped: this.seal(dataKey.toString('base64url'), place) }
    },
    withKey(wrapped, place) {
      return createSealer(Buffer.from(this.open(wrapped, place), 'base64url'))
    },
    keyOf: (sealed) => sealed.split('.')[1] ?? '',
  }
}

function idOf(key: Buffer): string {
  return hash('sha256', Buffer.concat([Buffer.from('key id'), key]), 'hex').slice(0, 8)
}
