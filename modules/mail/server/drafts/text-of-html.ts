import { htmlToText } from '../mime/html-text.ts'

/** The text beside an HTML body (RFC 2046, 5.1.4), with `>` before what is quoted. The HTML is sanitised, so its quotes are closed. */
export function textOfHtml(html: string): string {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: tag, 1: closing, index } of html.matchAll(/<(\/?)blockquote(?:\s[^>]*)?>/gi)) {
    parts.push(quoted(html.slice(from, index), depth))
    depth = closing ? Math.max(0, depth - 1) : depth + 1
    from = index + tag.length
  }
  parts.push(quoted(html.slice(from), depth))
  const text = parts.filter((part) => part !== '').join('\n\n')
  // The line above a signature ends in a space, by which mail programs know it (RFC 3676, 4.3).
  return text.replace(/^--$/gm, '-- ')
}

function quoted(html: string, depth: number): string {
  const text = htmlToText(html).trim()
  if (depth === 0 || text === '') return text
  return text
    .split('\n')
    .map((line) => `${'>'.repeat(depth)} ${line}`.trimEnd())
    .join('\n')
}
