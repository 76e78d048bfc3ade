// Subjects and names come from strangers: a terminal must not obey what is in them.
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g

/** Text that is safe to show in a terminal: no control characters, no turned direction of writing. */
export function plainText(text: string): string {
  return text.replace(CONTROLS, '')
}

/** Like `plainText`, on one line. */
export function plainLine(text: string): string {
  return plainText(text.replace(/\s+/g, ' ')).trim()
}

/** How many columns of a terminal a text takes: East Asian wide characters and emoji take two. */
export function textWidth(text: string): number {
  let width = 0
  for (const char of text) width += COMBINING.test(char) ? 0 : WIDE.test(char) ? 2 : 1
  return width
}

/** Cuts a text to that many columns, with an ellipsis where something is left out. */
export function cutToWidth(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text
  let cut = ''
  let width = 0
  for (const char of text) {
    width += textWidth(char)
    if (width > columns - 1) return `${cut}…`
    cut += char
  }
  return cut
}

const COMBINING = /\p{M}|\u200D|\uFE0F/u
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u
