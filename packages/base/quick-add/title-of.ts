import type { Span } from './types.ts'

/** A line without its chips. Spaces and commas that a chip leaves behind go with it. */
export function titleOf(text: string, chips: readonly Span[]): string {
  if (chips.length === 0) return text.trim()
  let title = ''
  let at = 0
  for (const { start, end } of chips.toSorted((a, b) => a.start - b.start)) {
    title = joined(title, text.slice(at, start))
    at = end
  }
  return joined(title, text.slice(at))
    .replace(/^[\s,;:–—-]+(?=\s|$)|^[,;:]+/, '')
    .replace(/[\s,;:–—-]*[,;:\s]$|\s[–—-]+$/, '')
    .trim()
}

function joined(before: string, after: string): string {
  if (before === '') return after.trimStart()
  const rest = after.replace(/^\s+/, '')
  if (rest === '') return before
  return /^[,.;:!?)]/.test(rest) ? before.trimEnd() + rest : `${before.trimEnd()} ${rest}`
}
