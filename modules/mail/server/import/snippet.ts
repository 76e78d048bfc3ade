/** Characters of a snippet. */
export const MAX_SNIPPET = 200
const LOOK_AT = 4000

/** The first words somebody wrote: quotes, their introductions and signatures left out. */
export function toSnippet(text: string): string {
  const words: string[] = []
  let length = 0
  for (const line of text.slice(0, LOOK_AT).split('\n')) {
    const trimmed = line.trim()
    if (trimmed === '--' || length > MAX_SNIPPET) break
    if (trimmed === '' || trimmed.startsWith('>') || INTRODUCTION.test(trimmed)) continue
    words.push(trimmed)
    length += trimmed.length + 1
  }
  const snippet = words.join(' ').replace(/\s+/g, ' ')
  return (snippet === '' ? text.slice(0, LOOK_AT).replace(/\s+/g, ' ').trim() : snippet).slice(0, MAX_SNIPPET)
}

/** "On Friday, Ada wrote:" in the languages mail programs write it most. */
const INTRODUCTION = /(wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef)\s?:$/i
