import { Buffer, isAscii, isUtf8 } from 'node:buffer'
import { decodeGuessing } from './charsets.ts'
import { limits } from './limits.ts'

/** A field as it stands in the source, unfolded; `key` is its name in lower case. */
export type Field = { name: string; key: string; value: string }

/** The fields of one part. Where `raw` is true, values hold bytes (as Latin-1) that are not UTF-8: see `decodeFields`. */
export type FieldBlock = {
  fields: Field[]
  raw: boolean
  malformed: boolean
  /** Where the lines after the last field begin that are no fields, in bytes; null where there are none. */
  tail: number | null
}

/** Read the header block in `bytes` (RFC 5322 section 2.2): broken lines are passed over, not the fields after them. */
export function readFields(bytes: Buffer): FieldBlock {
  const raw = !isAscii(bytes) && !isUtf8(bytes)
  const source = raw || isAscii(bytes) ? bytes.toString('latin1') : bytes.toString('utf8')
  const fields: Field[] = []
  let malformed = false
  let name = ''
  let parts: string[] = []
  let tail: number | null = null
  const close = (): void => {
    if (name)
      fields.push({ name, key: name.toLowerCase(), value: trimWhite(parts.length > 1 ? parts.join('') : parts[0]!) })
    name = ''
  }

  for (let at = 0; at < source.length && fields.length < limits.fields;) {
    let end = source.indexOf('\n', at)
    if (end < 0) end = source.length
    const start = at
    const line = source.slice(at, source.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end)
    at = end + 1

    const first = line.charCodeAt(0)
    if (first === 32 || first === 9) {
      if (name) parts.push(line)
      else if (line.trim()) malformed = true
      continue
    }
    const colon = line.indexOf(':')
    const candidate = colon > 0 ? trimWhite(line.slice(0, colon)) : ''
    if (!isFieldName(candidate)) {
      // An mbox "From " line stands before the fields and says nothing of use.
      if (line.trim() === '' || /^>?From /.test(line)) continue
      malformed = true
      // Mailers forget to indent the parameter that a line ending in `;` announces.
      if (name && tail === null && parts.at(-1)!.trimEnd().endsWith(';') && /^[\w*-]+\s*=/.test(line)) {
        parts.push(` ${line}`)
        continue
      }
      // What follows a broken line is its continuation, not that of the field before it.
      close()
      tail ??= start
      continue
    }
    close()
    tail = null
    name = candidate
    parts = [line.slice(colon + 1)]
  }
  close()
  const bytesBefore =
    tail === null || tail === 0 || source.length === bytes.length ? tail : Buffer.byteLength(source.slice(0, tail))
  return { fields, raw, malformed, tail: bytesBefore }
}

/** Decode the values of a block that is not UTF-8: each by itself, UTF-8 first, then the charset of the body. */
export function decodeFields(block: FieldBlock, charset: string | null): Field[] {
  if (!block.raw)
    return block.fields.map((field) =>
      field.value.includes('\x1b') ? { ...field, value: decodeEscapes(field.value) } : field,
    )
  return block.fields.map((field) => ({ ...field, value: decodeEightBit(field.value, charset) }))
}

/** Decode one value that holds bytes as Latin-1. */
export function decodeEightBit(value: string, charset: string | null): string {
  if (value.includes('\x1b')) return decodeEscapes(value)
  return decodeGuessing(Buffer.from(value, 'latin1'), charset)
}

/** The first field of a name, or undefined. */
export function fieldOf(fields: Field[], key: string): string | undefined {
  for (const field of fields) if (field.key === key) return field.value
  return undefined
}

/** Whether a name may stand before a colon: printable ASCII without spaces (RFC 5322 section 3.6.8). */
function isFieldName(name: string): boolean {
  return name.length > 0 && name.length < 1000 && /^[\x21-\x39\x3b-\x7e]+$/.test(name)
}

const japanese = new TextDecoder('iso-2022-jp')

/** Some Japanese mailers put ISO-2022-JP straight into a field: its escapes mean nothing else. */
function decodeEscapes(value: string): string {
  return /\x1b[$(]/.test(value) && !/[^\x00-\x7f]/.test(value) ? japanese.decode(Buffer.from(value, 'latin1')) : value
}

/** Only spaces and tabs surround a value; JavaScript's trim would take Unicode spaces that belong to it. */
function trimWhite(value: string): string {
  let start = 0
  let end = value.length
  while (start < end && isWhite(value.charCodeAt(start))) start++
  while (end > start && isWhite(value.charCodeAt(end - 1))) end--
  return value.slice(start, end)
}

function isWhite(code: number): boolean {
  return code === 32 || code === 9 || code === 13
}
