import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** The best encoding that an `Accept-Encoding` allows (RFC 9110, 12.5.3). */
export function chooseEncoding(accepted: string | null): Encoding {
  if (accepted === null) return 'identity'
  const offers = accepted
    .toLowerCase()
    .split(',')
    .map((offer) => offer.trim())
  const allows = (name: string) =>
    offers.some((offer) => offer === name || (offer.startsWith(`${name};`) && !/;\s*q=0(\.0*)?$/.test(offer)))
  if (allows('br')) return 'br'
  return allows('gzip') ? 'gzip' : 'identity'
}

/** Compresses off the main thread. The window is small, so that the compressor's memory is too. */
export async function compress(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'identity') return bytes
  return encoding === 'br' ? brotli(bytes, { params: BROTLI }) : deflate(bytes, { level: 6 })
}

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

const BROTLI = {
  [constants.BROTLI_PARAM_QUALITY]: 5,
  [constants.BROTLI_PARAM_LGWIN]: 18,
}
