import { Buffer } from 'node:buffer'
import { decodeCharset, decodeGuessing } from './charsets.ts'
import { decodeBase64 } from './transfer-encodings.ts'

/** Decode the encoded-words of RFC 2047 in an unfolded value; what is not one stays as it is. */
export function decodeWords(value: string): string {
  return value.includes('=?') ? replaceWords(value, (text) => text) : value
}

/** Rewrite encoded-words in any charset as UTF-8 ones, for a parser that splits before it decodes. */
export function normaliseWords(value: string): string {
  if (!value.includes('=?')) return value
  return replaceWords(value, (text) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`)
}

type Word = { charset: string; encoding: string; text: string; start: number; end: number }

function replaceWords(value: string, render: (text: string) => string): string {
  const words = findWords(value)
  if (words.length === 0) return value

  let out = ''
  let at = 0
  for (let i = 0; i < words.length;) {
    const run = [words[i++]!]
    // White space between two encoded-words is only there to part them (RFC 2047 section 6.2).
    while (i < words.length && isBlank(value, run.at(-1)!.end, words[i]!.start)) run.push(words[i++]!)
    out += value.slice(at, run[0]!.start) + render(decodeRun(run))
    at = run.at(-1)!.end
  }
  return out + value.slice(at)
}

// Some mailers leave question marks as they are in Q text.
const pattern = /=\?([^?\s]+)\?([QqBb])\?((?:[^?=]|=(?!\?[^=])|\?(?!=))*)\?=/g

function findWords(value: string): Word[] {
  const words: Word[] = []
  for (const match of value.matchAll(pattern)) {
    // RFC 2231 section 5 lets a language follow the charset.
    const charset = match[1]!.split('*', 1)[0]!.toLowerCase()
    const encoding = match[2]!.toUpperCase()
    words.push({ charset, encoding, text: match[3]!, start: match.index, end: match.index + match[0].length })
  }
  return words
}

function isBlank(value: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!' \t\r\n'.includes(value[i]!)) return false
  return true
}

/** Mailers split characters between words, so the bytes of neighbours in one charset are joined where that decodes. */
function decodeRun(run: Word[]): string {
  let out = ''
  for (let i = 0; i < run.length;) {
    const first = run[i]!
    const group: Buffer[] = []
    while (i < run.length && run[i]!.charset === first.charset) {
      let text = run[i]!.text
      const { encoding } = run[i++]!
      // Some mailers cut base64 anywhere: what is no whole group goes on in the next word.
      if (encoding === 'B') while (isCut(text) && run[i]?.encoding === 'B') text += run[i++]!.text
      group.push(wordBytes(text, encoding))
    }
    const joined = decodeBytes(Buffer.concat(group), first.charset)
    out += group.length > 1 && joined.includes('\ufffd') ? apart(group, first.charset, joined) : joined
  }
  return out
}

/** Words that only decode apart: each then ends in the charset's initial state. */
function apart(group: Buffer[], charset: string, joined: string): string {
  const text = group.map((bytes) => decodeBytes(bytes, charset)).join('')
  return text.includes('\ufffd') ? joined : text
}

function decodeBytes(bytes: Buffer, charset: string): string {
  return decodeCharset(bytes, charset) ?? decodeGuessing(bytes)
}

function isCut(base64: string): boolean {
  return base64.length % 4 !== 0 && !base64.endsWith('=')
}

function wordBytes(source: string, encoding: string): Buffer {
  if (encoding === 'B') return decodeBase64(Buffer.from(source, 'utf8')).bytes
  const text = source.replace(/=\s+([0-9a-fA-F])/g, '=$1').replace(/[_\s]/g, ' ')
  if (!text.includes('=')) return Buffer.from(text, 'utf8')
  // What is not ASCII here was sent raw; its UTF-8 bytes are escaped with the rest.
  const escaped = text.replace(/[^\x00-\x7f]+/g, (raw) => Buffer.from(raw, 'utf8').toString('latin1'))
  return Buffer.from(
    escaped.replace(/=([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
