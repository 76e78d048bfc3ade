/** The words that say what a title is about, folded, each once: small words and endings make no difference. */
export function wordsOfTitle(title: string): string[] {
  const folded = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => !SMALL.has(word))
  return [...new Set((telling.length > 0 ? telling : words).map(stemOf))]
}

/** The one word that tasks like this are looked up by: the longest tells most. Null of a title without words. */
export function wordOf(title: string): string | null {
  let longest: string | null = null
  for (const word of wordsOfTitle(title)) if (longest === null || word.length > longest.length) longest = word
  return longest === null ? null : longest.slice(0, MOST)
}

/** From 0 to 1: how many of their words two titles share. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const shared = one.filter((word) => other.includes(word)).length
  return shared === 0 ? 0 : shared / (one.length + other.length - shared)
}

/** A key of the index stays short. */
const MOST = 40

/** Endings of more and of doing: "invoices" and "invoice" are one word. */
function stemOf(word: string): string {
  return word.length < 5 ? word : word.replace(/(?:ing|es|en|er|e|s|n)$/, '')
}

const SMALL = new Set(
  `a an the to of for in on at by with and or my our your his her their it its this that up out about from today tomorrow tonight
   der die das den dem des ein eine einen einem einer und oder zu zum zur im in am an auf mit von vom fur bei mein meine meinen heute morgen
   le la les l un une des du de d et ou a au aux en sur avec pour par mon ma mes son sa ses demain`.split(/\s+/),
)
