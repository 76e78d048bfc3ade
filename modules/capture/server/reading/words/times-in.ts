/** Reads "three times" and "3x" as a number, by the words of a language. */
export function timesIn(words: Readonly<Record<string, number>>): (often: string) => number | null {
  return (often) => {
    const first = /^[\p{L}\p{N}]+/u.exec(often.toLowerCase())?.[0] ?? ''
    const number = Number.parseInt(first, 10)
    return Number.isNaN(number) ? (words[first] ?? null) : number
  }
}
