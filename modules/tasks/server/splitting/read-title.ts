import type { SplitLanguage } from './split-language.ts'

/** What a title says: which kind of work, and on what. */
export interface ReadTitle {
  verb: string | null
  /** What the work is on, as it was written; empty where the title says no more than the verb. */
  object: string
}

/** Longer than this, an object is called "it": sentences around it would not be read. */
const LONGEST = 60

/** Finds the verb of a title and what it is about; a telling noun will do where there is no verb. */
export function readTitle(language: SplitLanguage, title: string): ReadTitle {
  const words = title
    .trim()
    .replace(/[.!?…]+$/u, '')
    .split(/\s+/u)
    .filter(Boolean)
  const lead = new Set(language.lead.split('|'))
  while (words.length > 1 && lead.has(plain(words[0]!))) words.shift()
  return byVerb(language, words) ?? byNoun(language, words)
}

function byVerb(language: SplitLanguage, words: readonly string[]): ReadTitle | null {
  for (const length of [3, 2, 1]) {
    if (length > words.length) continue
    const first = plain(words.slice(0, length).join(' '))
    const last = plain(words.slice(-length).join(' '))
    for (const [verb, template] of Object.entries(language.verbs)) {
      const known = template.words.split('|')
      if (known.includes(first)) return { verb, object: objectOf(words.slice(length)) }
      if (language.verbPlace === 'either' && known.includes(last))
        return { verb, object: objectOf(words.slice(0, -length)) }
    }
  }
  return null
}

function byNoun(language: SplitLanguage, words: readonly string[]): ReadTitle {
  const text = ` ${plain(words.join(' '))} `
  const object = objectOf(words)
  for (const [verb, { nouns }] of Object.entries(language.verbs)) {
    const noun = nouns.split('|').find((each) => each !== '' && text.includes(` ${each} `))
    if (noun === undefined) continue
    // A capital because it begins the line is none of its own.
    const begins = language.article !== null && text.startsWith(` ${noun}`)
    return { verb, object: begins ? object.slice(0, 1).toLowerCase() + object.slice(1) : object }
  }
  return { verb: null, object }
}

function objectOf(words: readonly string[]): string {
  const text = words.join(' ').replace(/^[:–-]\s*/u, '')
  return text.length > LONGEST ? '' : text
}

/** A word as lists have it: small letters, no signs around it, one kind of apostrophe. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[,;:"“”„]/gu, '')
    .replaceAll('’', "'")
}
