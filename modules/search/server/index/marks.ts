import type { TextColumn } from '../database.ts'

/**
 * Marks stand in a column of their own, where no query of a person reaches: whose a document is, of which kind it is,
 * from which mailing list. Each is one token of the index, begun by a private-use character.
 */
export const SIGN = '\uE000'
export const JOINT = '\uE001'
/** Stands for the apostrophe that belongs to a word. */
export const APOSTROPHE = '\uE002'

/** Says that a document is for the holders of an audience token, such as `u:<user>`. */
export function audienceMark(token: string): string {
  return `${SIGN}a${encode(token)}`
}

/** Says that, and that it is of a kind: one token, so that a search of one kind costs no more than one of all. */
export function audienceKindMark(token: string, kind: string): string {
  return `${SIGN}b${encode(token)}${JOINT}${encode(kind)}`
}

export function kindMark(kind: string): string {
  return `${SIGN}k${encode(kind)}`
}

/** The words of a mailing list's id, one mark each, so that `list:` matches words, phrases and beginnings of it. */
export function listMarks(text: string): string {
  return Array.from(text.matchAll(word), ([found]) => `${SIGN}l${found}`).join(' ')
}

export function isListMark(mark: string): boolean {
  return mark.startsWith(`${SIGN}l`)
}

/**
 * Longer beginnings are looked up word by word: there are few enough words that begin so, and marks are most of what
 * inserting a document costs.
 */
export const LONGEST_BEGINNING = 2

/**
 * Says that a word begins so, anywhere or in one column; null where no such marks are kept. Thousands of words begin
 * with a letter, and gathering the documents of all of them would take longer than anything else a search does.
 */
export function beginningMark(beginning: string, column: TextColumn | 'anywhere'): string | null {
  if (!isMarkedColumn(column) || !isShort.test(beginning)) return null
  return `${SIGN}p${beginningLetters[column]}${beginning.toLowerCase()}`
}

/** Marks that say of each of these beginnings that a word begins so. */
export function beginningMarks(beginnings: readonly string[], column: MarkedColumn): string[] {
  const first = `${SIGN}p${beginningLetters[column]}`
  return beginnings.map((beginning) => first + beginning)
}

const beginningLetters = { anywhere: 'x', title: 't', sender: 's' } as const

type MarkedColumn = keyof typeof beginningLetters

function isMarkedColumn(column: string): column is MarkedColumn {
  return Object.hasOwn(beginningLetters, column)
}

const isShort = new RegExp(`^[a-z0-9_]{1,${LONGEST_BEGINNING}}$`, 'i')

/** Private-use characters of marks, taken out of whatever a person typed. */
export function withoutSigns(text: string): string {
  return text.replace(signs, ' ')
}

function encode(text: string): string {
  return text.replace(/[^a-z0-9]/g, JOINT)
}

const word = /[\p{L}\p{N}_]+/gu
const signs = /[\uE000-\uE002\0]/g
