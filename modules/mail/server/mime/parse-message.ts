import { Buffer } from 'node:buffer'
import { parseAddresses } from './addresses.ts'
import { bodyCharset } from './body-charset.ts'
import { readBody } from './body.ts'
import { parseMailDate } from './dates.ts'
import { decodeWords } from './encoded-words.ts'
import { readTree } from './entity-tree.ts'
import { decodeFields, fieldOf, type Field } from './header-fields.ts'
import { readListHeaders } from './list-headers.ts'
import { parseIds, parseMessageId } from './message-ids.ts'
import { readableSource } from './source.ts'
import type { Defect, MailAddress, ParsedMessage } from './types.ts'

/** Read a message from its bytes (RFC 5322, MIME). Never throws: what is broken is read as well as can be and named in `defects`. */
export function parseMessage(bytes: Uint8Array): ParsedMessage {
  try {
    return readMessage(bytes)
  } catch {
    // A fault of ours must not lose mail: it is kept as plain text, and `unreadable` tells.
    return { ...readMessage(headerless), text: Buffer.from(bytes).toString('latin1'), defects: ['unreadable'] }
  }
}

const headerless = Buffer.from('\n')

function readMessage(bytes: Uint8Array): ParsedMessage {
  const { source, defects: damage } = readableSource(bytes)
  const { root, defects } = readTree(source)
  for (const defect of damage) defects.add(defect)
  const charset = bodyCharset(root)
  const fields = decodeFields(root.block, charset)
  const body = readBody(root, { source, defects, charset, prefix: '', depth: 0, textOnly: false })
  const dateField = fieldOf(fields, 'date')
  const date = dateField === undefined ? null : parseMailDate(dateField)
  if (dateField && date === null) defects.add('date-unreadable')

  return {
    messageId: parseMessageId(fieldOf(fields, 'message-id')),
    inReplyTo: idsOf(fields, 'in-reply-to'),
    references: idsOf(fields, 'references'),
    subject: decodeWords(fieldOf(fields, 'subject') ?? ''),
    from: firstAddresses(fields, 'from'),
    to: allAddresses(fields, 'to'),
    cc: allAddresses(fields, 'cc'),
    bcc: allAddresses(fields, 'bcc'),
    replyTo: allAddresses(fields, 'reply-to'),
    sender: firstAddresses(fields, 'sender'),
    date,
    receivedAt: receivedAt(fields),
    headers: fields.map(({ name, value }) => ({ name, value: decodeWords(value) })),
    ...body,
    list: readListHeaders(fields),
    authenticationResults: fields.filter(({ key }) => key === 'authentication-results').map(({ value }) => value),
    autoSubmitted: fieldOf(fields, 'auto-submitted')?.split(';', 1)[0]!.trim().toLowerCase() || null,
    defects: [...defects] as Defect[],
  }
}

function idsOf(fields: Field[], key: string): string[] {
  const value = fieldOf(fields, key)
  return value ? parseIds(value) : []
}

/** A field that must stand once counts as it first stands (RFC 5322 section 3.6). */
function firstAddresses(fields: Field[], key: string): MailAddress[] {
  for (const field of fields) {
    if (field.key !== key) continue
    const list = parseAddresses(field.value)
    if (list.length > 0) return list
  }
  return []
}

function allAddresses(fields: Field[], key: string): MailAddress[] {
  const list: MailAddress[] = []
  for (const field of fields) if (field.key === key) list.push(...parseAddresses(field.value))
  return list
}

/** The topmost Received field is the last relay's; its date stands after the last semicolon (RFC 5321 section 4.4). */
function receivedAt(fields: Field[]): number | null {
  const value = fieldOf(fields, 'received')
  if (!value) return null
  const semicolon = value.lastIndexOf(';')
  return semicolon < 0 ? null : parseMailDate(value.slice(semicolon + 1))
}
