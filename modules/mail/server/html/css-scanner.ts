/** Takes the comments out of CSS; one that never ends takes the rest with it. */
export function withoutComments(css: string): string {
  if (!css.includes('/*')) return css
  const kept: string[] = []
  let from = 0
  for (let at = css.indexOf('/*'); at >= 0; at = css.indexOf('/*', from)) {
    kept.push(css.slice(from, at))
    const end = css.indexOf('*/', at + 2)
    if (end < 0) return kept.join(' ')
    from = end + 2
  }
  kept.push(css.slice(from))
  return kept.join(' ')
}

/** A rule of a sheet: what stands before its block (or its semicolon), and the block's content. */
export interface CssRule {
  prelude: string
  block: string | null
}

/** Splits CSS without comments into its outermost rules, in one pass. */
export function* cssRules(css: string): Generator<CssRule> {
  let start = 0
  let blockStart = 0
  let depth = 0
  let quote = ''
  for (let at = 0; at < css.length; at++) {
    const char = css[at]
    if (quote !== '') {
      // A string ends with its line, whether closed or not.
      if (char === quote || char === '\n') quote = ''
      else if (char === '\\') at++
    } else if (char === '"' || char === "'") quote = char
    else if (char === '\\') at++
    else if (char === '{') {
      if (depth++ === 0) blockStart = at + 1
    } else if (char === '}') {
      if (depth > 0) depth--
      if (depth > 0) continue
      if (blockStart > start)
        yield { prelude: css.slice(start, blockStart - 1).trim(), block: css.slice(blockStart, at) }
      start = at + 1
    } else if (char === ';' && depth === 0) {
      yield { prelude: css.slice(start, at).trim(), block: null }
      start = at + 1
    }
  }
  if (depth > 0) yield { prelude: css.slice(start, blockStart - 1).trim(), block: css.slice(blockStart) }
  else if (css.slice(start).trim() !== '') yield { prelude: css.slice(start).trim(), block: null }
}
