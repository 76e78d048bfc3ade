const MOST = 20_000

/** What the sender of a message wrote in it, sentence by sentence: no quotations, no signature, nothing forwarded. */
export function ownSentences(text: string): string[] {
  const lines = text.slice(0, MOST).split(/\r?\n/)
  const end = lines.findIndex((line) => /^-- ?$/.test(line) || border.test(line))
  const own = (end < 0 ? lines : lines.slice(0, end)).map((line) => (/^\s*>/.test(line) ? '' : line.trim()))
  // A line end parts nothing where the text goes on; an empty line does, and so does a list.
  const paragraphs = own.join('\n').split(/\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)/)
  return paragraphs
    .flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}"'“(])/u))
    .map((sentence) => sentence.replace(/^(?:[-*•]|\d+[.)])\s+/, '').trim())
    .filter((sentence) => sentence !== '')
}

const border =
  /^(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht)|begin forwarded message|on .{5,200} wrote:$|am .{5,200} schrieb)/iu
