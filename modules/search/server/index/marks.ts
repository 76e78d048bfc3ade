/**
 * Marks stand in a column of their own, where no query of a person reaches: whose a document is, of which kind it is,
 * from which mailing list. Each is one token of the index, begun by a private-use character.
 */
const SIGN = '\uE000'
const JOINT = '\uE001'
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

/** Private-use characters of marks, taken out of whatever a person typed. */
export function withoutSigns(text: string): string {
  return text.replace(signs, ' ')
}

function encode(text: string): string {
  return text.replace(/[^a-z0-9]/g, JOINT)
}

const word = /[\p{L}\p{N}_]+/gu
const signs = /[\uE000-\uE002\0]/g
