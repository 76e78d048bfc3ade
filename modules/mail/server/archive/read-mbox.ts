import { type FoundItem, failedItem } from './archive-item.ts'
import type { ArchiveLimits } from './archive-limits.ts'
import type { ByteReader } from './byte-reader.ts'
import { unquoteMboxrd } from './canonical-source.ts'
import { declaredLength, mboxFlags } from './mbox-flags.ts'
import { tooLarge } from './read-message.ts'
import { envelopeDate, isPatchLine, isSeparator } from './separator-line.ts'

/**
 * Reads the messages of an mbox (mboxrd; also mboxo, mboxcl and mboxcl2, RFC 4155). The reader stands at or before
 * the first `From ` line. Items that end at or before `skip` are counted by the caller but not unpacked.
 */
export async function* readMbox(
  reader: ByteReader,
  { limits, skip }: { limits: ArchiveLimits; skip: number },
): AsyncGenerator<FoundItem> {
  let separator = await firstSeparator(reader)
  const isPatchSeries = separator !== null && isPatchLine(separator)
  while (separator !== null) {
    const end = await findEnd(reader, { limits, isPatchSeries })
    const offset = reader.position + end.next
    if (end.oversized) yield failedItem('message-too-large', tooLarge(limits), { offset })
    else if (offset <= skip) yield { ...skipped, offset }
    else yield toItem(reader.window.subarray(0, end.length), { separator, offset, quoted: end.quoted })
    reader.take(end.next)
    separator = end.last ? null : await takeLine(reader)
  }
}

// A separator line longer than this is not one; nor does a look at its next line need more.
const lineBytes = 1000
const newlineFrom = Buffer.from('\nFrom ')
const lineFeed = 0x0a
const carriageReturn = 0x0d
const skipped: FoundItem = failedItem('message-empty', 'Read before', {})

interface Mbox {
  limits: ArchiveLimits
  isPatchSeries: boolean
}

interface MessageEnd {
  /** Bytes of the message itself. */
  length: number
  /** Bytes up to the next separator line, or the end. */
  next: number
  last: boolean
  oversized: boolean
  /** Whether body lines may bear a `>` that the writer put there. */
  quoted: boolean
}

function toItem(raw: Buffer, at: { separator: string; offset: number; quoted: boolean }): FoundItem {
  const place = { offset: at.offset, receivedAt: envelopeDate(at.separator) }
  if (raw.length === 0) return failedItem('message-empty', 'The archive holds an empty message', place)
  return {
    ...place,
    path: null,
    mailbox: null,
    // A copy: the reader's window moves on.
    source: Buffer.from(at.quoted ? unquoteMboxrd(raw) : raw),
    flags: mboxFlags(raw.subarray(0, headerLength(raw))),
  }
}

async function firstSeparator(reader: ByteReader): Promise<string | null> {
  for (;;) {
    if (!(await reader.fill(1))) return null
    const first = reader.window[0]
    if (first !== lineFeed && first !== carriageReturn) return takeLine(reader)
    reader.take(1)
  }
}

async function takeLine(reader: ByteReader): Promise<string> {
  let end = reader.window.indexOf(lineFeed)
  while (end < 0 && reader.available < lineBytes && (await reader.more())) end = reader.window.indexOf(lineFeed)
  const length = end < 0 ? reader.available : end + 1
  const line = reader.window.toString('latin1', 0, Math.min(length, lineBytes)).replace(/\r?\n$/, '')
  reader.take(length)
  return line
}

async function findEnd(reader: ByteReader, mbox: Mbox): Promise<MessageEnd> {
  const { limits } = mbox
  let from = 0
  let dropped = 0
  // The line before the message is its separator, so a `From ` line at its very start would follow no empty line.
  for (;;) {
    const at = reader.window.indexOf(newlineFrom, from)
    if (at < 0) {
      from = Math.max(0, reader.available - newlineFrom.length + 1)
      if (dropped > 0 || reader.available > limits.messageBytes) {
        // Nothing but the tail is kept of what is too large: an empty line could lie across the cut.
        const cut = Math.max(0, from - 2)
        reader.take(cut)
        dropped += cut
        from -= cut
      }
      if (await reader.more()) continue
      return atEnd(reader.window, dropped + reader.available > limits.messageBytes)
    }

    const gap = emptyLineBefore(reader.window, at)
    if (gap === 0 || !(await separatorAt(reader, at + 1, mbox))) {
      from = at + 1
      continue
    }
    const oversized = dropped + at > limits.messageBytes
    if (!oversized && dropped === 0) {
      const declared = declaredEnd(reader.window.subarray(0, at + 1))
      const beyond = declared !== null && declared > at + 1 ? await endAsDeclared(reader, declared, mbox) : null
      if (beyond) return beyond
    }
    return { length: at + 1 - gap, next: at + 1, last: false, oversized, quoted: true }
  }
}

/** Bytes of the empty line that ends with the line feed at `at`; 0 where that line is not empty. */
function emptyLineBefore(window: Buffer, at: number): number {
  const size = window[at - 1] === carriageReturn ? 2 : 1
  const before = at - size
  return before < 0 || window[before] === lineFeed ? size : 0
}

async function separatorAt(reader: ByteReader, at: number, { isPatchSeries }: Mbox): Promise<boolean> {
  await reader.fill(at + lineBytes)
  const text = reader.window.toString('latin1', at, at + lineBytes)
  const end = text.indexOf('\n')
  if (end < 0 && text.length === lineBytes) return false
  const line = (end < 0 ? text : text.slice(0, end)).replace(/\r$/, '')
  if (isPatchLine(line)) return isPatchSeries
  return isSeparator(line, end < 0 ? '' : text.slice(end + 1))
}

function atEnd(window: Buffer, oversized: boolean): MessageEnd {
  const last = window.length - 1
  const gap = last > 0 && window[last] === lineFeed ? emptyLineBefore(window, last) : 0
  return { length: window.length - gap, next: window.length, last: true, oversized, quoted: true }
}

function headerLength(raw: Buffer): number {
  const bare = raw.indexOf('\n\n')
  const crlf = raw.indexOf('\n\r\n')
  if (bare < 0 && crlf < 0) return raw.length
  if (crlf < 0 || (bare >= 0 && bare < crlf)) return bare + 1
  return crlf + 1
}

function declaredEnd(raw: Buffer): number | null {
  const header = headerLength(raw)
  const length = declaredLength(raw.subarray(0, header))
  if (length === null) return null
  return header + (raw[header] === carriageReturn ? 2 : 1) + length
}

/** The end that Content-Length tells, where another message or the end of the archive really follows it. */
async function endAsDeclared(reader: ByteReader, length: number, mbox: Mbox): Promise<MessageEnd | null> {
  if (length > mbox.limits.messageBytes) return null
  const whole = await reader.fill(length + lineBytes)
  const { window } = reader
  if (window.length < length) return null
  const rest = window.subarray(length)
  const gap = rest[0] === lineFeed ? 1 : rest[0] === carriageReturn && rest[1] === lineFeed ? 2 : 0
  const next = length + gap
  const found = { length, next, oversized: false, quoted: false }
  if (!whole && next === window.length) return { ...found, last: true }
  if (window.indexOf('From ', next) !== next || !(await separatorAt(reader, next, mbox))) return null
  return { ...found, last: false }
}
