import { hash } from './hash.ts'
import type { TaskFacts } from './past-task.ts'
import { foldedTitle, wordsOf } from './words-of.ts'

/** Titles kept, the newest of them. */
const KEPT = 4000
/** Titles looked at for a word; a word that stands in more says little. */
const LOOKED_AT = 400
const NEAREST = 12
/** The cosine two titles must have at least to be called similar. */
const ALIKE = 0.3

/** A title that was, as hashes of its words, with what the task took. */
export interface PastTitle {
  title: number
  words: number[]
  person: number
  /** Natural logarithm of the minutes. */
  took: number
  /** The logarithm that a task of its kind was thought to take. */
  kind: number
  /** Sum of the squared weights of its words when it came. */
  norm: number
}

/** The titles that a model remembers. */
export interface PastTitles {
  titles: PastTitle[]
  /** The number of the first that is kept. */
  first: number
}

export interface SimilarTitle {
  past: PastTitle
  alike: number
  /** Tasks since. */
  age: number
}

export function newPastTitles(): PastTitles {
  return { titles: [], first: 0 }
}

/** The most alike by the rarity of the words that they share, best first. */
export function similarTitles(store: PastTitles, { title }: TaskFacts): { similar: SimilarTitle[]; norm: number } {
  const index = indexOf(store)
  const shared = new Map<number, number>()
  let norm = 0
  for (const word of wordsOf(title).map(hash)) {
    const numbers = index.byWord.get(word) ?? []
    const rarity = Math.log((store.titles.length + 2) / (numbers.length + 0.5)) ** 2
    norm += rarity
    for (const number of numbers.slice(-LOOKED_AT)) shared.set(number, (shared.get(number) ?? 0) + rarity)
  }
  const similar = [...shared]
    .map(([number, sum]) => toSimilar(store, number, sum, norm))
    .filter(({ alike }) => alike > ALIKE)
    .sort((one, other) => other.alike - one.alike || one.age - other.age)
  return { similar: similar.slice(0, NEAREST), norm }
}

/** Tasks of the very same title, newest first. */
export function sameTitle(store: PastTitles, { title }: TaskFacts): PastTitle[] {
  const numbers = indexOf(store).byTitle.get(hash(foldedTitle(title))) ?? []
  return numbers.map((number) => store.titles[number - store.first]!).toReversed()
}

export function rememberTitle(
  store: PastTitles,
  { title, person }: TaskFacts,
  learned: Pick<PastTitle, 'took' | 'kind' | 'norm'>,
): void {
  const index = indexOf(store)
  const past = { title: hash(foldedTitle(title)), words: wordsOf(title).map(hash), person: hash(person), ...learned }
  addToIndex(index, past, store.first + store.titles.length)
  store.titles.push(past)
  if (store.titles.length <= KEPT) return
  removeFromIndex(index, store.titles.shift()!)
  store.first++
}

function toSimilar(store: PastTitles, number: number, sum: number, norm: number): SimilarTitle {
  const past = store.titles[number - store.first]!
  return {
    past,
    alike: sum / Math.sqrt(norm * past.norm || 1),
    age: store.first + store.titles.length - number,
  }
}

interface TitleIndex {
  byWord: Map<number, number[]>
  byTitle: Map<number, number[]>
}

/** Made of the titles when first asked for, so that a model is stored without it. */
const indexes = new WeakMap<PastTitles, TitleIndex>()

function indexOf(store: PastTitles): TitleIndex {
  const known = indexes.get(store)
  if (known) return known
  const index: TitleIndex = { byWord: new Map(), byTitle: new Map() }
  for (const [offset, past] of store.titles.entries()) addToIndex(index, past, store.first + offset)
  indexes.set(store, index)
  return index
}

function addToIndex({ byWord, byTitle }: TitleIndex, { words, title }: PastTitle, number: number): void {
  for (const word of words) numbersOf(byWord, word).push(number)
  numbersOf(byTitle, title).push(number)
}

/** The oldest goes, and so stands first wherever it stands. */
function removeFromIndex({ byWord, byTitle }: TitleIndex, { words, title }: PastTitle): void {
  for (const [numbers, key] of [...words.map((word) => [byWord, word] as const), [byTitle, title] as const]) {
    const left = numbersOf(numbers, key)
    left.shift()
    if (left.length === 0) numbers.delete(key)
  }
}

function numbersOf(index: Map<number, number[]>, key: number): number[] {
  let numbers = index.get(key)
  if (!numbers) index.set(key, (numbers = []))
  return numbers
}
