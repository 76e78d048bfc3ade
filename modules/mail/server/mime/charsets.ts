import { Buffer, isAscii, isUtf8 } from 'node:buffer'
import { createRequire } from 'node:module'
import { decodeHz, decodeIso2022Kr } from './shifted-charsets.ts'

/** Decode text in a named charset; null where the name is unknown. */
export function decodeCharset(bytes: Buffer, label: string): string | null {
  const name = label.trim().toLowerCase()
  if (asciiNames.has(name)) return decodeGuessing(bytes)
  if (utf8Names.has(name)) return decodeUtf8(bytes)
  const decode = decoderOf(name)
  return decode ? decode(bytes) : null
}

/** Decode text whose charset nobody named: UTF-8 where it is valid, else the given charset, else windows-1252. */
export function decodeGuessing(bytes: Buffer, fallback?: string | null): string {
  if (isAscii(bytes)) return bytes.toString('latin1')
  if (isUtf8(bytes)) return decodeUtf8(bytes)
  if (isMostlyUtf8(bytes)) return utf8.decode(bytes)
  if (fallback && !utf8Names.has(fallback.toLowerCase()) && !asciiNames.has(fallback.toLowerCase())) {
    const text = decodeCharset(bytes, fallback)
    if (text !== null) return text
  }
  return windows1252.decode(bytes)
}

/** Whether the name stands for ASCII: bytes above 127 then mean something the sender did not say. */
export function isAsciiName(label: string): boolean {
  return asciiNames.has(label.trim().toLowerCase())
}

function decodeUtf8(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1')
  // Buffer decodes several times faster than TextDecoder, which alone is exact on broken input and drops the BOM.
  return bytes[0] === 0xef || !isUtf8(bytes) ? utf8.decode(bytes) : bytes.toString('utf8')
}

/** Whether broken bytes are UTF-8 that was cut or hurt here and there: more characters read than failed. */
function isMostlyUtf8(bytes: Buffer): boolean {
  let failed = 0
  let read = 0
  for (const character of utf8.decode(bytes.subarray(0, 65_536))) {
    if (character === '\ufffd') failed++
    else if (character > '\x7f') read++
  }
  return read > failed
}

type Decode = (bytes: Buffer) => string

/** Half a megabyte of tables that most mail never asks for: read when the first message does. */
let tables: typeof import('iconv-lite') | undefined
const iconv = () => (tables ??= createRequire(import.meta.url)('iconv-lite') as typeof import('iconv-lite'))

const utf8 = new TextDecoder('utf-8')
const windows1252 = new TextDecoder('windows-1252')
const asciiNames = new Set([
  '',
  'us-ascii',
  'ascii',
  'usascii',
  'ansi_x3.4-1968',
  'iso646-us',
  'us',
  '7bit',
  '646',
  'unknown-8bit',
  'x-unknown',
  'unknown',
  'default',
])
const utf8Names = new Set(['utf-8', 'utf8', 'utf_8', 'unicode-1-1-utf-8', 'x-utf-8', 'utf-8mb4', 'utf8mb4'])

// A sender can make up labels without end: only those that name something are remembered.
const decoders = new Map<string, Decode>()

function decoderOf(name: string): Decode | null {
  const known = decoders.get(name)
  if (known) return known
  if (name.length > 60) return null
  const made = special(name) ?? standard(name) ?? standard(aliasOf(name)) ?? legacy(name)
  if (made) decoders.set(name, made)
  return made
}

function special(name: string): Decode | null {
  if (/^(?:unicode-1-1-)?utf-?7$/.test(name)) return (bytes) => iconv().decode(bytes, 'utf-7')
  if (/^(?:cs)?iso-?2022-?kr$/.test(name)) return decodeIso2022Kr
  if (/^hz(?:-gb-?2312)?$/.test(name)) return decodeHz
  if (/^utf-?16$/.test(name)) return decodeUtf16
  if (/^utf-?32(?:le|be)?$/.test(name)) return (bytes) => iconv().decode(bytes, name)
  return null
}

function decodeUtf16(bytes: Buffer): string {
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff
  return new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(bytes)
}

function standard(name: string): Decode | null {
  try {
    const decoder = new TextDecoder(name)
    return (bytes) => decoder.decode(bytes)
  } catch {
    // The runtime does not know the label: the caller tries the next way.
    return null
  }
}

/** The WHATWG label behind the decorations that mailers put on a name. */
function aliasOf(name: string): string {
  const plain = name.replace(/^(?:x-ms-|x-|cs)/, '').replace(/[\s._-]+/g, '')
  const page = /^(?:cp|windows|ms|ibm|win)(\d+)$/.exec(plain)?.[1]
  return (page && codePages[page]) ?? aliases[plain] ?? plain
}

const codePages: Record<string, string> = {
  '932': 'shift_jis',
  '936': 'gbk',
  '949': 'euc-kr',
  '950': 'big5',
  '874': 'windows-874',
  '51932': 'euc-jp',
  '50220': 'iso-2022-jp',
  '50221': 'iso-2022-jp',
  '50222': 'iso-2022-jp',
  '1250': 'windows-1250',
  '1251': 'windows-1251',
  '1252': 'windows-1252',
  '1253': 'windows-1253',
  '1254': 'windows-1254',
  '1255': 'windows-1255',
  '1256': 'windows-1256',
  '1257': 'windows-1257',
  '1258': 'windows-1258',
  '28591': 'iso-8859-1',
  '65001': 'utf-8',
  '20866': 'koi8-r',
}

const aliases: Record<string, string> = {
  iso88598i: 'iso-8859-8-i',
  iso88598e: 'iso-8859-8',
  shiftjis: 'shift_jis',
  sjis: 'shift_jis',
  windows31j: 'shift_jis',
  mskanji: 'shift_jis',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  uhc: 'euc-kr',
  ksc5601: 'euc-kr',
  ksc56011987: 'euc-kr',
  ksx1001: 'euc-kr',
  iso2022jp: 'iso-2022-jp',
  iso2022jp1: 'iso-2022-jp',
  iso2022jp2: 'iso-2022-jp',
  iso2022jp3: 'iso-2022-jp',
  iso2022jpms: 'iso-2022-jp',
  junet: 'iso-2022-jp',
  tis620: 'windows-874',
  gb2312: 'gbk',
  gb231280: 'gbk',
  gbk: 'gbk',
  gb18030: 'gb18030',
  big5hkscs: 'big5',
  cnbig5: 'big5',
  cngb: 'gbk',
  latin1: 'iso-8859-1',
  iso88591: 'iso-8859-1',
  '88591': 'iso-8859-1',
  koi8r: 'koi8-r',
  koi8u: 'koi8-u',
}

function legacy(name: string): Decode | null {
  if (!iconv().encodingExists(name) || /^(?:base64|hex|binary|internal|ucs-?2)/.test(name)) return null
  return (bytes) => iconv().decode(bytes, name)
}
