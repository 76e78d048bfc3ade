/** The words of a text: letters and digits, without case and accents. Scripts without spaces give a word a character. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(ideograph, ' $& ').match(word) ?? []
}

/** Whether words stand in a text one after another; with `prefix` the last one may go on. */
export function holds(text: readonly string[], wanted: readonly string[], prefix: boolean): boolean {
  if (wanted.length === 0) return false
  const last = wanted.length - 1
  return text.some((_, at) =>
    wanted.every((one, n) => {
      const found = text[at + n]
      return found !== undefined && (prefix && n === last ? found.startsWith(one) : found === one)
    }),
  )
}

const word = /[\p{L}\p{N}_]+/gu
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
