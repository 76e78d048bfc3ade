// Text of others as data: no line of it may be read as one of ours, and nothing in it stays unseen.

/** Text with plain line ends, without control characters and letters that nobody sees. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu, '\n')
    .replace(/[^\P{C}\n\t]/gu, '')
}

/** The same in one line, as a title stands in a sentence. */
export function oneLine(text: string, most = 200): string {
  const line = cleanText(text).replace(/\s+/gu, ' ').trim()
  return line.length > most ? `${line.slice(0, most).trimEnd()}…` : line
}

/** A line whose signs mean nothing to Markdown. */
export function escaped(text: string, most?: number): string {
  return oneLine(text, most).replace(/[\\`*_{}[\]()<>#|~]/gu, '\\$&')
}

/** A value of the front matter: a JSON string is a double-quoted scalar of YAML 1.2. */
export function yamlText(text: string): string {
  return JSON.stringify(oneLine(text, 500))
}

/**
 * Text of others as a quotation: fenced by more backticks than it has in a row, each line behind the sign of a
 * quotation, so that nothing in it ends either.
 */
export function quoted(text: string, most: number): string {
  const clean = cleanText(text).trim()
  const cut = clean.length > most ? `${clean.slice(0, most).toWellFormed()}\n… (cut)` : clean
  const longest = Math.max(2, ...[...cut.matchAll(/`+/gu)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}text`, ...cut.split('\n'), fence].map((line) => `> ${line}`.trimEnd()).join('\n')
}
