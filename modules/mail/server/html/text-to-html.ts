import { escapeHtml } from '../../shared/escape-html.ts'
import { linkTarget } from './link-target.ts'

/**
 * Plain text as HTML: links made, quotes nested by level and folded where they are long, the signature set apart.
 */
export function textToHtml(text: string): string {
  const blocks = blocksOf(text.replace(/\r\n?/g, '\n').split('\n'))
  return blocks.map(({ quoted, lines }) => (quoted ? quoteHtml(lines) : plainHtml(lines))).join('')
}

interface Line {
  level: number
  text: string
}

interface Block {
  quoted: boolean
  lines: Line[]
}

const deepest = 10
// A quote of so few lines is context for the answer below it; a longer one is history.
const openLines = 4

function blocksOf(texts: string[]): Block[] {
  const blocks: Block[] = []
  for (const line of texts.map(toLine)) {
    const quoted = line.level > 0
    const last = blocks.at(-1)
    if (last?.quoted === quoted) last.lines.push(line)
    else blocks.push({ quoted, lines: [line] })
  }
  return blocks
}

function toLine(text: string): Line {
  const marks = /^(?:>[ \t]?)+/.exec(text)?.[0] ?? ''
  // A mail quoted by an mbox writer (`>From`) is no quote.
  if (marks === '>' && text.startsWith('>From ')) return { level: 0, text }
  const level = marks.replace(/[^>]/g, '').length
  return { level: Math.min(level, deepest), text: text.slice(marks.length) }
}

function plainHtml(lines: Line[]): string {
  const signature = lines.findIndex(({ text }) => text === '-- ')
  const body = signature < 0 ? lines : lines.slice(0, signature)
  const sign = signature < 0 ? '' : `<div class="signature">${joined(lines.slice(signature))}</div>`
  return `<div class="text">${joined(body)}${sign}</div>`
}

function quoteHtml(lines: Line[]): string {
  const parts: string[] = []
  let level = 0
  for (const line of lines) {
    for (; level < line.level; level++) parts.push('<blockquote>')
    for (; level > line.level; level--) parts.push('</blockquote>')
    parts.push(linked(line.text), '\n')
  }
  parts.push('</blockquote>'.repeat(level))
  const open = lines.length <= openLines ? ' open' : ''
  return `<details class="quote"${open}><summary>${lines.length} quoted lines</summary>${parts.join('')}</details>`
}

function joined(lines: Line[]): string {
  return lines.map(({ text }) => linked(text)).join('\n')
}

const address =
  /\b(?:https?:\/\/|www\.)[^\s<>"]{1,2000}|\bmailto:[^\s<>"]{1,300}|[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi

function linked(text: string): string {
  let from = 0
  let html = ''
  for (const found of text.matchAll(address)) {
    const shown = withoutPunctuation(found[0])
    const target = linkTarget(absolute(shown))
    if (!target) continue
    const href = escapeHtml(target.href)
    html += escapeHtml(text.slice(from, found.index))
    html += `<a href="${href}" title="${href}" target="_blank" rel="noopener noreferrer">${escapeHtml(shown)}</a>`
    from = found.index + shown.length
  }
  return html + escapeHtml(text.slice(from))
}

function absolute(shown: string): string {
  if (/^(?:https?|mailto):/i.test(shown)) return shown
  return /^www\./i.test(shown) ? `https://${shown}` : `mailto:${shown}`
}

// A sentence's end belongs to no link, nor does a bracket that was not opened in it.
function withoutPunctuation(found: string): string {
  let unopened = found.split(')').length - found.split('(').length
  let end = found.length
  for (; end > 0; end--) {
    const last = found[end - 1] ?? ''
    if (last === ')' && unopened > 0) unopened--
    else if (!".,;:!?'*".includes(last)) break
  }
  return found.slice(0, end)
}
