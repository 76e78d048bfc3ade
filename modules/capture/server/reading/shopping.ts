import type { Chip } from '#base/quick-add/types.ts'
import { readLine } from './deed.ts'
import { capitalised } from './line-text.ts'
import type { Understanding } from './reading.ts'

/** What is bought, a thing each; null where nothing is. Dates and labels of the line go with each of them. */
export function thingsToBuy(line: string, understanding: Understanding): { things: string[]; several: boolean } | null {
  const { title, chips } = withoutMarks(line, understanding)
  const { words } = understanding
  const plain = title.replace(/[.!]+$/, '')
  for (const verb of [words.buyFirst, words.buyLast, words.buyMany]) {
    if (verb === null || !verb.test(plain)) continue
    const bought = thingsOf(plain.replace(verb, ''), understanding)
    if (bought.length === 0) return null
    // "Get milk and eggs" is for the shop; "get a haircut" is not.
    if (verb === words.buyMany && (bought.length < 2 || bought.some((thing) => thing.split(' ').length > 3))) continue
    return { things: bought.map((thing) => [thing, ...chips].join(' ')), several: bought.length > 1 }
  }
  return null
}

/** The things of a list: "milk, eggs and bread". */
export function listedThings(line: string, understanding: Understanding): string[] {
  const { title, chips } = withoutMarks(line, understanding)
  const verbs = [understanding.words.buyFirst, understanding.words.buyLast]
  const bare = verbs.reduce((text, verb) => (verb === null ? text : text.replace(verb, '')), title)
  return thingsOf(bare, understanding).map((thing) => [thing, ...chips].join(' '))
}

const MARK = /(?<=^|\s)[+@](?:"[^"]+"|[^\s"]+)/g

/** A line without its chips and its marks of projects and people, and these as they were written. */
function withoutMarks(line: string, understanding: Understanding): { title: string; chips: string[] } {
  const marks = [...line.matchAll(MARK)].map(([mark]) => mark)
  const read = readLine(
    line
      .replace(MARK, '')
      .replace(/\s{2,}/g, ' ')
      .trim(),
    understanding,
  )
  return { title: read.title, chips: [...read.chips.map(wordsOf), ...marks] }
}

/** The words of a chip, with the preposition that makes them a date. */
const wordsOf = ({ text }: Chip): string => text

function thingsOf(text: string, { words }: Understanding): string[] {
  const pairs = [...text.matchAll(words.pair)].map(([pair]) => pair)
  // A pair stands aside while the rest is cut, letter for letter.
  const held = pairs.reduce((rest, pair, index) => rest.replace(pair, `\u0000${index}\u0000`), text)
  return held
    .split(new RegExp(`${words.and.source}|,\\s*(?=\\p{L})|\\s*[&;]\\s*`, 'giu'))
    .map((thing) => thing.replace(/\u0000(\d+)\u0000/g, (_, index: string) => pairs[Number(index)]!))
    .map((thing) => thing.trim().replace(words.article, '').trim())
    .filter((thing) => thing !== '')
    .map(capitalised)
}
