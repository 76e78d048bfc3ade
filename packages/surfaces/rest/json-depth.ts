const QUOTE = 34
const BACKSLASH = 92

/** Whether JSON text nests deeper than a bound. It looks at brackets alone and never recurses. */
export function isDeeperThan(text: string, bound: number): boolean {
  if (text.length <= bound || !hasMore(text, bound)) return false
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index)
    if (quoted) {
      if (char === BACKSLASH) index++
      else if (char === QUOTE) quoted = false
    } else if (char === QUOTE) quoted = true
    // `[` 91 and `{` 123 open, `]` 93 and `}` 125 close.
    else if (char === 91 || char === 123) {
      if (++depth > bound) return true
    } else if (char === 93 || char === 125) depth--
  }
  return false
}

/** Whether there are more brackets than the bound at all, which in nearly every body there are not. */
function hasMore(text: string, bound: number): boolean {
  let count = 0
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) if (++count > bound) return true
  }
  return false
}
