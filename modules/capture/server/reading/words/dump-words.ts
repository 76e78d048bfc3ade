import type { ItemKind } from '../../../contract.ts'

/**
 * The words by which a language says what a piece of a dump is. Patterns stand at the beginning of a text unless they say
 * otherwise, and match any letter case.
 */
export interface DumpWords {
  /** Words before the first of a sentence that say nothing: and, then, also. */
  fillers: RegExp
  /** What follows is to be done: I need to, don't forget to. */
  duty: RegExp
  /** What follows is wished for: I want to. */
  wish: RegExp
  /** What stands before a colon, or alone above a list. */
  headings: Partial<Record<ItemKind, RegExp>>
  /** The verb of buying, before what is bought. */
  buyFirst: RegExp
  /** The same behind what is bought, where verbs come last. */
  buyLast: RegExp | null
  /** A verb that means buying when it has several things: get. */
  buyMany: RegExp | null
  /** Words before a thing that the shopping list does without: some, a. */
  article: RegExp
  /** Things of two words with an "and": fish and chips. */
  pair: RegExp
  /** How often a habit is done, anywhere in a text. */
  often: RegExp
  /** How many a day or a week that says; null of a word such as "daily". */
  times: (often: string) => number | null
  /** A day rather than a week, in what says how often. */
  aDay: RegExp
  /** A habit by its first words: start, keep. */
  begin: RegExp
  /** A sentence that states something rather than asks for it: the, it is, I feel. */
  statement: RegExp
  /** Words between two things to do: and, then. */
  and: RegExp
  /** What a full stop belongs to, right before it: Dr, e.g, and in German the day of a date. */
  abbreviation: RegExp
  /** Words right behind a full stop that show it belongs to a number: Dezember. */
  afterOrdinal: RegExp | null
  /** Whether the verb of a thing to do stands at its end. */
  verbLast: boolean
}
