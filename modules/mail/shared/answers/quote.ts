import type { Address } from '../../contract.ts'
import { escapeHtml } from '../escape-html.ts'
import { linesOf } from './lines-of.ts'
import type { Parent } from './parent.ts'

type Quoted = Pick<Parent, 'from' | 'to' | 'cc' | 'subject' | 'date' | 'text'>

/** Characters of a quote; what is longer is cut, and the message it answers has it all. */
const LONGEST_TEXT = 100_000

/**
 * What an answer quotes, introduced by who wrote it when: as text with `>` before each line, and as HTML around `body`,
 * which is the parent's text unless its own HTML is given.
 */
export function answerQuote(
  parent: Quoted,
  timeZone: string | undefined,
  body = bodyOf(parent),
): { text: string; html: string } {
  const introduction = `On ${dateOf(parent, timeZone)}, ${nameOf(parent.from[0])} wrote:`
  const lines = cut(parent.text, LONGEST_TEXT).trimEnd().split('\n')
  const quoted = lines.map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd())).join('\n')
  return {
    text: `\n\n${introduction}\n${quoted}\n`,
    html: `<p>${escapeHtml(introduction)}</p><blockquote>${body}</blockquote>`,
  }
}

/** What a forward carries below one's own words: the head that matters to people, and the body. */
export function forwardedPart(
  parent: Quoted,
  timeZone: string | undefined,
  body = bodyOf(parent),
): { text: string; html: string } {
  const head = [
    ['From', listOf(parent.from)],
    ['Date', dateOf(parent, timeZone)],
    ['Subject', oneLine(parent.subject)],
    ['To', listOf(parent.to)],
    ['Cc', listOf(parent.cc)],
  ].filter(([, value]) => value !== '')
  const lines = head.map(([name, value]) => `${name}: ${value}`)
  return {
    text: `\n\n${FORWARDED}\n${lines.join('\n')}\n\n${cut(parent.text, LONGEST_TEXT)}`,
    html: `<p>${[FORWARDED, ...lines].map(escapeHtml).join('<br>')}</p><div>${body}</div>`,
  }
}

const FORWARDED = '---------- Forwarded message ----------'

/** The text of a message as HTML. */
export function bodyOf({ text }: Pick<Parent, 'text'>): string {
  return linesOf(cut(text, LONGEST_TEXT))
}

function cut(text: string, longest: number): string {
  const plain = text.replaceAll('\r\n', '\n')
  return plain.length > longest ? `${plain.slice(0, longest).toWellFormed()}\n[…]` : plain
}

function dateOf({ date }: Pick<Parent, 'date'>, timeZone = 'UTC'): string {
  if (date === null || Math.abs(date) > LAST) return 'an unknown date'
  try {
    return (
      new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(date) +
      zone(timeZone)
    )
  } catch {
    // Not a time zone that this machine knows.
    return dateOf({ date })
  }
}

const LAST = Date.UTC(9999, 11, 31)
const zone = (timeZone: string) => (timeZone === 'UTC' ? ' UTC' : '')

function listOf(addresses: Address[]): string {
  const shown = addresses
    .slice(0, 20)
    .map(({ name, address }) => oneLine(name === '' ? address : `${name} <${address}>`))
  return shown.join(', ') + (addresses.length > shown.length ? ', …' : '')
}

const nameOf = (author: Address | undefined) => oneLine(author?.name || author?.address || 'somebody')
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 1000)
