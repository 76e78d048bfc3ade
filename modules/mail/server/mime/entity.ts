import type { Buffer } from 'node:buffer'
import { decodeEightBit, fieldOf, type Field, type FieldBlock } from './header-fields.ts'
import { parseStructured, type Structured } from './parameters.ts'
import { transferEncodingOf, type TransferEncoding } from './transfer-encodings.ts'
import { decodeWords } from './encoded-words.ts'

/** One MIME entity (RFC 2046): a leaf with a body, or a multipart with children. Offsets are into the message's bytes. */
export type Entity = {
  partId: string
  block: FieldBlock
  fields: Field[]
  type: string
  contentType: Structured
  disposition: Structured
  encoding: TransferEncoding | null
  bodyStart: number
  bodyEnd: number
  /** Null for a leaf. */
  children: Entity[] | null
  parent: Entity | null
  /** Past a bound: kept as an attachment, whatever its type. */
  opaque: boolean
}

/** Make an entity from its fields. In a digest the default type is a message (RFC 2046 section 5.1.5). */
export function makeEntity(block: FieldBlock, parent: Entity | null, bodyStart: number): Entity {
  const { fields } = block
  const contentType = parseStructured(fieldOf(fields, 'content-type') ?? '')
  // What cannot be read as a type is plain text (RFC 2045 section 5.2); a forgotten semicolon does not hide one.
  const named = /^[^\s/,]+\/[^\s,]+/.exec(contentType.value)?.[0]
  const isDigestItem = contentType.value === '' && parent?.type === 'multipart/digest'
  const type = named ?? (isDigestItem ? 'message/rfc822' : 'text/plain')
  return {
    partId: '',
    block,
    fields,
    type,
    contentType,
    disposition: parseStructured(fieldOf(fields, 'content-disposition') ?? ''),
    encoding: transferEncodingOf(fieldOf(fields, 'content-transfer-encoding') ?? ''),
    bodyStart,
    bodyEnd: bodyStart,
    children: null,
    parent,
    opaque: false,
  }
}

/** The charset that a part names, or null. */
export function charsetOf(entity: Entity): string | null {
  return entity.contentType.parameters.get('charset')?.trim() || null
}

/** The file name of a part: Content-Disposition's, else Content-Type's, decoded whichever way it was sent. */
export function filenameOf(entity: Entity, charset: string | null): string | null {
  const name = entity.disposition.parameters.get('filename') || entity.contentType.parameters.get('name')
  if (!name) return null
  const text = entity.block.raw ? decodeEightBit(name, charsetOf(entity) ?? charset) : name
  return decodeWords(text).replace(/[\r\n\0]+/g, '') || null
}

/** The Content-ID of a part without its brackets, or null. */
export function contentIdOf(entity: Entity): string | null {
  const value = fieldOf(entity.fields, 'content-id')
  if (!value) return null
  return value.slice(0, 1_000).replace(/^[\s<]+|[\s>]+$/g, '') || null
}

/** A part's body as it stands in the message. */
export function rawBody(source: Buffer, entity: Entity): Buffer {
  return source.subarray(entity.bodyStart, entity.bodyEnd)
}
