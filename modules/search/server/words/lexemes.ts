import { createHash } from 'node:crypto'
import { SIGN, JOINT } from '../index/marks.ts'
import type { TextColumn } from '../database.ts'

/**
 * The lexemes of a document's vector on PostgreSQL. A word stands as itself, once for all columns; a second time with
 * its column before it where a field of the grammar looks into that column alone. The body's own words are told by
 * their weight. Marks are lexemes already. No word of a person begins with the sign that stands before all these.
 */
const letters: Readonly<Record<Exclude<TextColumn, 'marks' | 'body'>, string>> = {
  title: 't',
  sender: 's',
  recipients: 'r',
  files: 'f',
}

/** PostgreSQL takes 2,046 bytes. */
const LONGEST_CHARACTERS = 400

/** A word as a lexeme. A longer one than fits is told by its beginning and a hash of all of it. */
export function lexeme(word: string): string {
  if (word.length <= LONGEST_CHARACTERS) return word
  return `${beginningOf(word)}${JOINT}${createHash('sha256').update(word).digest('hex').slice(0, 32)}`
}

/** The beginning of words as a beginning of lexemes. */
export function beginningOf(word: string): string {
  return word.slice(0, LONGEST_CHARACTERS).toWellFormed()
}

/** A word within one column. */
export function inColumn(column: Exclude<TextColumn, 'marks' | 'body'>, word: string): string {
  return `${SIGN}${letters[column]}${word}`
}

/** A word of the body, where its weight may be lost. */
export function inBody(word: string): string {
  return `${SIGN}o${word}`
}

/** Two words of the body that stand next to each other, where their positions may be lost. */
export function pairOf(word: string, next: string): string {
  return `${SIGN}q${word.slice(0, 150).toWellFormed()}${JOINT}${next.slice(0, 150).toWellFormed()}`
}

/** Whether a word of a text could pass for one of ours. */
export function isForged(word: string): boolean {
  return word.startsWith(SIGN)
}
