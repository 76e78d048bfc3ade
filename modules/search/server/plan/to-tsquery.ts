import type { TextColumn } from '../database.ts'
import { SIGN } from '../index/marks.ts'
import { beginningOf, inBody, inColumn, lexeme, pairOf } from '../words/lexemes.ts'
import { unicode61 } from '../words/unicode61.ts'
import { beginningOfPhrase } from './beginning.ts'
import type { Expression } from './expression.ts'

/** The expression as the text of a `tsquery` over vectors as `textVector` writes them. */
export function toTsquery(expression: Expression): string {
  if (expression.kind === 'but') return `(${toTsquery(expression.wanted)} & !${toTsquery(expression.unwanted)})`
  if (expression.kind !== 'phrase')
    return `(${expression.operands.map(toTsquery).join(expression.kind === 'and' ? ' & ' : ' | ')})`
  const mark = beginningOfPhrase(expression)
  if (mark !== null) return quoted(mark)
  const { column, text, prefix } = expression
  if (column === 'marks') return inOrder(text.split(' '), prefix ? ':*' : '')
  const words = unicode61(text)
  return words.length === 0 ? nothing : phrase(words, column, prefix)
}

function phrase(words: string[], column: Exclude<TextColumn, 'marks'> | null, prefix: boolean): string {
  const lexemes = words.map((word, n) => (prefix && n === words.length - 1 ? beginningOf(word) : lexeme(word)))
  const star = prefix ? '*' : ''
  const ending = star && `:${star}`
  if (column !== null && column !== 'body') {
    return inOrder(
      lexemes.map((word) => inColumn(column, word)),
      ending,
    )
  }
  const near = column === null ? inOrder(lexemes, ending) : inOrder(lexemes, `:${star}D`, ':D')
  const elsewhere = lexemes.length > 1 ? pairs(lexemes, ending) : column && `${quoted(inBody(lexemes[0]!))}${ending}`
  return elsewhere === null ? near : `(${near} | ${elsewhere})`
}

/** In a text that is too long for positions, neighbours are lexemes of their own. */
function pairs(words: string[], ending: string): string {
  const all = words.slice(1).map((word, n) => quoted(pairOf(words[n]!, word)))
  return `(${all.map((pair, n) => (n === all.length - 1 ? `${pair}${ending}` : pair)).join(' & ')})`
}

/** Lexemes next to each other; `ending` stands at the last, `each` at the others. */
function inOrder(lexemes: string[], ending: string, each = ''): string {
  const parts = lexemes.map((word, n) => `${quoted(word)}${n === lexemes.length - 1 ? ending : each}`)
  return parts.length === 1 ? parts[0]! : `(${parts.join(' <-> ')})`
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/** No document has the sign alone. */
const nothing = quoted(SIGN)
