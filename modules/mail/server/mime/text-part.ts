import type { Buffer } from 'node:buffer'
import { decodeCharset, decodeGuessing, isAsciiName } from './charsets.ts'
import { charsetOf, rawBody, type Entity } from './entity.ts'
import { unflow } from './flowed.ts'
import { decodeTransfer } from './transfer-encodings.ts'
import type { Defect } from './types.ts'

/** The text of a text part: transfer encoding, charset, line ends and format=flowed undone. */
export function readText(source: Buffer, entity: Entity, defects: Set<Defect>): string {
  const text = decodeText(readBytes(source, entity, defects), entity, defects)
  const { parameters } = entity.contentType
  if (parameters.get('format')?.toLowerCase() !== 'flowed' || entity.type === 'text/html') return text
  return unflow(text, parameters.get('delsp')?.toLowerCase() === 'yes')
}

/** The decoded bytes of any leaf. */
export function readBytes(source: Buffer, entity: Entity, defects: Set<Defect>): Buffer {
  const raw = rawBody(source, entity)
  if (entity.encoding === null) defects.add('transfer-encoding-unknown')
  const { bytes, damaged } = decodeTransfer(raw, effectiveEncoding(entity))
  if (damaged) defects.add('base64-damaged')
  return bytes
}

/** A multipart is never encoded (RFC 2045 section 6.4), so one that is kept whole is read as it stands. */
function effectiveEncoding(entity: Entity) {
  return entity.type.startsWith('multipart/') ? 'identity' : (entity.encoding ?? 'identity')
}

function decodeText(bytes: Buffer, entity: Entity, defects: Set<Defect>): string {
  const text = cleanLines(decodeNamed(bytes, entity, defects))
  if (!text.includes('\0')) return text
  defects.add('nul-bytes')
  return text.replaceAll('\0', '')
}

function decodeNamed(bytes: Buffer, entity: Entity, defects: Set<Defect>): string {
  const named = charsetOf(entity) ?? (entity.type === 'text/html' ? metaCharset(bytes) : null)
  if (named && !isAsciiName(named)) {
    const text = decodeCharset(bytes, named)
    if (text !== null) return text
    defects.add('charset-unknown')
    return decodeGuessing(bytes)
  }
  const text = decodeGuessing(bytes)
  if (/[^\x00-\x7f]/.test(text)) defects.add('charset-guessed')
  // ISO-2022-JP needs no eighth bit, and Japanese mailers leave its name out.
  if (/\x1b\$[@B]/.test(text)) return decodeCharset(bytes, 'iso-2022-jp') ?? text
  return text
}

/** What an HTML document says of itself, where its header says nothing. */
function metaCharset(bytes: Buffer): string | null {
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(bytes.toString('latin1', 0, 2048))?.[1] ?? null
}

function cleanLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
