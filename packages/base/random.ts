const POOL_SIZE = 4096
const pool = new Uint8Array(POOL_SIZE)
let used = POOL_SIZE

/** Fresh cryptographic random bytes. One system call fills a pool that serves many small requests. */
export function getRandomValues(length: number): Uint8Array {
  if (length > POOL_SIZE) throw new RangeError('getRandomValues serves small requests only')
  if (used + length > POOL_SIZE) {
    crypto.getRandomValues(pool)
    used = 0
  }
  const bytes = pool.slice(used, used + length)
  pool.fill(0, used, used + length)
  used += length
  return bytes
}

/** A random secret of 256 bits in base64url, without padding. */
export function randomSecret(): string {
  let binary = ''
  for (const byte of getRandomValues(32)) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
