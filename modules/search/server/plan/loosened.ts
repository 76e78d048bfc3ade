import { lexeme } from '../words/lexemes.ts'
import { placesOf } from '../words/neighbours.ts'
import { unicode61 } from '../words/unicode61.ts'
import type { Expression } from './expression.ts'

type Phrase = Extract<Expression, { kind: 'phrase' }>

/** Whether the places of words matter, which vectors tell and their index does not. */
export function needsPlaces(expression: Expression): boolean {
  if (expression.kind === 'but') return needsPlaces(expression.wanted) || needsPlaces(expression.unwanted)
  if (expression.kind !== 'phrase') return expression.operands.some(needsPlaces)
  return expression.column === 'body' || wordsOf(expression).length > 1
}

/** What the index tells of an expression by itself: whatever matches the one matches the other. */
export function loosened(expression: Expression): Expression {
  if (!needsPlaces(expression)) return expression
  if (expression.kind === 'but') {
    const wanted = loosened(expression.wanted)
    return needsPlaces(expression.unwanted) ? wanted : { ...expression, wanted }
  }
  if (expression.kind !== 'phrase') return { ...expression, operands: expression.operands.map(loosened) }
  const words = wordsOf(expression)
  const column = expression.column === 'body' ? null : expression.column
  const operands = words.map((text, n): Phrase => {
    return { kind: 'phrase', column, text, prefix: expression.prefix && n === words.length - 1 }
  })
  return operands.length === 1 ? operands[0]! : { kind: 'and', operands }
}

/** The places in the filter of neighbours that all matches have set; none where the expression asks for no phrase. */
export function placesWanted(expression: Expression): number[] {
  if (expression.kind === 'but') return placesWanted(expression.wanted)
  if (expression.kind !== 'phrase') return expression.kind === 'and' ? expression.operands.flatMap(placesWanted) : []
  if (expression.column === 'marks') return []
  const words = wordsOf(expression).map(lexeme)
  // The word that may go on can be another in the text.
  const whole = expression.prefix ? words.slice(0, -1) : words
  return whole.slice(1).flatMap((word, n) => placesOf(whole[n]!, word))
}

function wordsOf({ column, text }: Phrase): string[] {
  return column === 'marks' ? text.split(' ') : unicode61(text)
}
