import { QueryFault } from './query-error.ts'
import type { Span } from './types.ts'

/** A word or a phrase as it stands in the text, escapes resolved. */
export interface Token extends Span {
  text: string
  quoted: boolean
  prefix: boolean
}

/** Walks over the text of a query once, from left to right. */
export class Scanner {
  readonly source: string
  position = 0

  constructor(source: string) {
    this.source = source
  }

  get character(): string {
    return this.source[this.position] ?? ''
  }

  get atEnd(): boolean {
    return this.position >= this.source.length
  }

  get atQuote(): boolean {
    return closings.has(this.character)
  }

  /** Whether a term cannot go on here: the end, white space or a closing parenthesis. */
  get atBoundary(): boolean {
    return this.atEnd || this.character === ')' || isSpace(this.character)
  }

  skipSpace(): void {
    while (!this.atEnd && isSpace(this.character)) this.position++
  }

  /** What the pattern (sticky) matches here; null where it does not. */
  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.position
    return pattern.exec(this.source)?.[0] ?? null
  }

  /** A phrase in quotation marks, or a word; `separator` ends a word too. The word may be empty. */
  token(separator: string): Token {
    return this.atQuote ? this.#phrase() : this.#word(separator)
  }

  #phrase(): Token {
    const start = this.position
    const closing = closings.get(this.character)!
    let text = ''
    for (this.position++; !this.atEnd; this.position++) {
      if (closing.includes(this.character)) {
        this.position++
        const prefix = this.character === '*'
        if (prefix) this.position++
        return { text, quoted: true, prefix, position: start, length: this.position - start }
      }
      if (this.#escapes()) this.position++
      text += this.character
    }
    const rest = this.source.slice(start)
    throw new QueryFault(
      'unclosed-quote',
      { position: start, length: rest.length },
      'This quotation mark is never closed',
      // A backslash at the very end would escape the mark that is added.
      text && !rest.endsWith('\\') ? rest + closing[0] : undefined,
    )
  }

  #word(separator: string): Token {
    const start = this.position
    let text = ''
    let literalUntil = -1
    let star = false
    for (; !this.atEnd && !isSpace(this.character) && this.character !== separator; this.position++) {
      if (this.position > literalUntil && (this.character === '(' || this.character === ')')) {
        literalUntil = this.character === '(' ? this.#closingInWord() : -1
        if (literalUntil < 0) break
      }
      star = this.character === '*'
      if (this.#escapes()) this.position++
      text += this.character
    }
    const prefix = star && text.length > 1
    return {
      text: prefix ? text.slice(0, -1) : text,
      quoted: false,
      prefix,
      position: start,
      length: this.position - start,
    }
  }

  /** Whether a backslash stands here with something to escape; the last character of a query is itself. */
  #escapes(): boolean {
    return this.character === '\\' && this.position + 1 < this.source.length
  }

  /** Where the parenthesis that opens here is closed, if that is before the next white space; else -1. */
  #closingInWord(): number {
    let open = 0
    for (let at = this.position; at < this.source.length; at++) {
      const character = this.source[at]!
      if (isSpace(character)) return -1
      if (character === '\\') at++
      else if (character === '(') open++
      else if (character === ')' && --open === 0) return at
    }
    return -1
  }
}

/** Where a token stands, alone. */
export function spanOf({ position, length }: Token): Span {
  return { position, length }
}

/** Whether a character is white space, in Unicode's sense. */
export function isSpace(character: string): boolean {
  return space.test(character)
}

const space = /^\s$/

// Phones and word processors write curly marks, and German ones open low and close with what opens an English one.
const closings: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”“'],
  ['”', '”“'],
  ['„', '“”'],
])
