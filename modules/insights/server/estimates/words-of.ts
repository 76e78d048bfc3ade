const WORD = /[\p{L}\p{N}]{2,}/gu

/** The words of a title, each once, in their order and in small letters. */
export function wordsOf(title: string): string[] {
  return [...new Set(title.toLowerCase().match(WORD))]
}

/** A title as two are compared to be the same. */
export function foldedTitle(title: string): string {
  return title.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}
