import { Buffer } from 'node:buffer'
import { decodeCharset, decodeGuessing } from './charsets.ts'
import { decodeWords } from './encoded-words.ts'
import { limits } from './limits.ts'

/** A structured field such as Content-Type: its value in lower case and its parameters by lower-case name. */
export type Structured = { value: string; parameters: Map<string, string> }

/** Parse a structured field (RFC 2045 section 5.1) with the continuations and charsets of RFC 2231. */
export function parseStructured(field: string): Structured {
  const source = field.length > limits.structuredField ? field.slice(0, limits.structuredField) : field
  const cut = endOfToken(source, 0, true)
  const value = cut.text.trim().toLowerCase()
  const raw = new Map<string, string>()
  let at = cut.end
  while (at < source.length && raw.size < limits.parameters) {
    const equals = nameEnd(source, at + 1)
    const name = source
      .slice(at + 1, equals)
      .trim()
      .toLowerCase()
    if (source[equals] !== '=') {
      at = equals
      continue
    }
    const read = endOfToken(source, equals + 1, !/^(?:file)?name\*?/.test(name))
    // The first of two wins, as everywhere: a reader and a scanner must not see different mails.
    if (name && !raw.has(name)) raw.set(name, read.text)
    at = read.end
  }
  return { value, parameters: joinContinuations(raw) }
}

function nameEnd(source: string, from: number): number {
  for (let i = from; i < source.length; i++) if (source[i] === '=' || source[i] === ';') return i
  return source.length
}

/** Read up to the next `;` outside quotes. Comments are dropped, except in file names, where parentheses are common. */
function endOfToken(source: string, from: number, comments: boolean): { text: string; end: number } {
  let text = ''
  let i = from
  while (i < source.length && ' \t'.includes(source[i]!)) i++
  if (source[i] === '"') {
    const quoted = readQuoted(source, i + 1)
    // What follows the closing quote is no part of the value (RFC 2045 section 5.1).
    return { text: quoted.text, end: nextSemicolon(source, quoted.end) }
  }
  let start = i
  while (i < source.length && source[i] !== ';') {
    const end = comments && source[i] === '(' ? commentEnd(source, i) : 0
    if (end > 0) {
      text += source.slice(start, i)
      start = i = end
    } else if (source[i] === '"') {
      const quoted = readQuoted(source, i + 1)
      text += source.slice(start, i) + quoted.text
      start = i = quoted.end
    } else i++
  }
  return { text: (text + source.slice(start, i)).trim(), end: i }
}

function nextSemicolon(source: string, from: number): number {
  const end = source.indexOf(';', from)
  return end < 0 ? source.length : end
}

function readQuoted(source: string, from: number): { text: string; end: number } {
  let text = ''
  let start = from
  let i = from
  for (; i < source.length && source[i] !== '"'; i++) {
    if (source[i] !== '\\') continue
    text += source.slice(start, i)
    start = ++i
  }
  return { text: text + source.slice(start, i), end: Math.min(i + 1, source.length) }
}

/** Where a comment ends, or 0 where it never does: then the parenthesis is content. */
function commentEnd(source: string, from: number): number {
  const bound = Math.min(source.length, from + 1_000)
  let depth = 0
  for (let i = from; i < bound; i++) {
    if (source[i] === '\\') i++
    else if (source[i] === '(') depth++
    else if (source[i] === ')' && --depth === 0) return i + 1
  }
  return 0
}

type Section = { number: number; value: string; encoded: boolean }

/** Put `name*0`, `name*1*` … together and decode them (RFC 2231 sections 3 and 4); the encoded form wins over the plain one. */
function joinContinuations(raw: Map<string, string>): Map<string, string> {
  const plain = new Map<string, string>()
  const sections = new Map<string, Section[]>()
  for (const [key, value] of raw) {
    const match = /^([^*]+)\*(?:(\d{1,4})(\*)?)?$/.exec(key)
    if (!match) {
      plain.set(key, value)
      continue
    }
    const [, name, number, star] = match
    const list = sections.get(name!) ?? []
    sections.set(name!, list)
    list.push({ number: Number(number ?? 0), value, encoded: number === undefined || star !== undefined })
  }
  for (const [name, list] of sections) plain.set(name, decodeSections(list.sort((a, b) => a.number - b.number)))
  return plain
}

function decodeSections(sections: Section[]): string {
  const first = sections[0]!
  // Single quotes mark charset and language in the first section only (RFC 2231 section 4.1).
  const marked = first.encoded ? /^([^']*)'[^']*'([^]*)$/.exec(first.value) : null
  const charset = marked?.[1] ?? ''
  let out = ''
  // Neighbouring encoded sections are decoded together: a character may be split between them.
  let pending = ''
  for (const section of sections) {
    const value = section === first && marked ? marked[2]! : section.value
    if (section.encoded) pending += value
    else {
      out += decodePercent(pending, charset) + decodeWords(value)
      pending = ''
    }
  }
  return out + decodePercent(pending, charset)
}

function decodePercent(value: string, charset: string): string {
  if (!value.includes('%')) return decodeWords(value)
  const bytes = Buffer.from(
    value
      .replace(/[^\x00-\x7f]+/g, (raw) => Buffer.from(raw, 'utf8').toString('latin1'))
      .replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
  return (charset && decodeCharset(bytes, charset)) || decodeGuessing(bytes)
}
