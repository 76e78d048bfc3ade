import type { TextColumn } from '../database.ts'
import { isListMark } from '../index/marks.ts'
import { inBody, inColumn, isForged, lexeme, pairOf } from './lexemes.ts'
import { Neighbours } from './neighbours.ts'
import { unicode61 } from './unicode61.ts'

/** Positions end at 16,383, and PostgreSQL moves what lies beyond to that place. */
const LAST_POSITION = 16_382
/** PostgreSQL keeps 256 of a lexeme and drops the others. */
const MOST_POSITIONS = 255
/** A vector has room for 1 MB. */
const MOST_BYTES = 1_000_000
/** Beside a lexeme of one position: its entry, the count, the place, alignment. */
const ENTRY_BYTES = 6

/** A document as PostgreSQL keeps it. */
export interface TextVector {
  /** The literal of a `tsvector`. */
  words: string
  /** Which words stand next to each other, as `Neighbours` writes it. */
  neighbours: Uint8Array
}

/**
 * A document as a `tsvector`. Its words come from our own tokenizer; the database parses no language.
 *
 * Where a text has more words than there are positions, or one more often than can be kept, each two neighbours of its
 * body are a lexeme of their own, so that phrases are found there too (of three words and more: where each two are
 * neighbours somewhere). Beyond 1 MB first these pairs and then the last words are left out.
 */
export function textVector(texts: Readonly<Record<TextColumn, string>>): TextVector {
  const vector = new VectorWriter()
  const neighbours = new Neighbours()
  for (const mark of texts.marks.split(' ')) {
    // Those of a list stand next to each other, as its words do; the others have no place.
    if (isListMark(mark)) vector.add(mark, '')
    else if (mark !== '') vector.bare(mark)
  }
  vector.skip()
  for (const column of ['title', 'sender', 'recipients', 'files'] as const) {
    const words = wordsOf(texts[column])
    neighbours.add(words)
    for (const word of words) {
      vector.also(inColumn(column, word), 'A')
      vector.add(word, 'A')
    }
    vector.skip()
  }
  const body = wordsOf(texts.body)
  neighbours.add(body)
  for (const word of body) vector.add(word, '')
  if (vector.lost.size > 0) addPairs(vector, body)
  return { words: vector.toString(), neighbours: neighbours.toBytes() }
}

/** A word that could pass for a mark keeps its place and is left out. */
function wordsOf(text: string): string[] {
  return unicode61(text).map((word) => (isForged(word) ? '' : lexeme(word)))
}

function addPairs(vector: VectorWriter, words: string[]): void {
  for (const word of vector.lost) vector.bare(inBody(word))
  const pairs = new Set(words.slice(1).map((word, n) => pairOf(words[n]!, word)))
  if (vector.hasRoomFor(pairs)) for (const pair of pairs) vector.bare(pair)
}

/** Gathers positions by lexeme, each with a weight. */
class VectorWriter {
  /** Lexemes of which a position was lost. */
  readonly lost = new Set<string>()
  readonly #entries = new Map<string, string[]>()
  #position = 1
  #bytes = 0

  /** A lexeme at the next position. */
  add(lexeme: string, weight: string): void {
    this.also(lexeme, weight)
    this.#position++
  }

  /** A lexeme at the same position as the one that is added next. */
  also(lexeme: string, weight: string): void {
    if (lexeme === '') return
    const positions = this.#entryOf(lexeme)
    if (!positions) return
    if (this.#position > LAST_POSITION || positions.length >= MOST_POSITIONS) this.lost.add(lexeme)
    else {
      positions.push(`${this.#position}${weight}`)
      this.#bytes += 2
    }
  }

  /** A lexeme without a position. */
  bare(lexeme: string): void {
    this.#entryOf(lexeme)
  }

  /** Leaves a gap, so that no phrase goes from one column to the next. */
  skip(): void {
    this.#position++
  }

  hasRoomFor(lexemes: ReadonlySet<string>): boolean {
    let bytes = this.#bytes
    for (const lexeme of lexemes) bytes += Buffer.byteLength(lexeme) + ENTRY_BYTES
    return bytes < MOST_BYTES
  }

  #entryOf(lexeme: string): string[] | undefined {
    const known = this.#entries.get(lexeme)
    if (known) return known
    const bytes = Buffer.byteLength(lexeme) + ENTRY_BYTES
    if (this.#bytes + bytes > MOST_BYTES) return undefined
    this.#bytes += bytes
    const positions: string[] = []
    this.#entries.set(lexeme, positions)
    return positions
  }

  toString(): string {
    return Array.from(this.#entries, ([lexeme, positions]) =>
      positions.length === 0 ? quoted(lexeme) : `${quoted(lexeme)}:${positions.join(',')}`,
    ).join(' ')
  }
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
