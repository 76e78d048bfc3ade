import { APOSTROPHE } from './marks.ts'

/**
 * Makes one word of "don't", "we'll" and the like, so that neither `don` nor `we` finds them. Other apostrophes part
 * words: "Ada's" is found by `ada`, "l'homme" by `homme`. The text keeps its length.
 */
export function joinContractions(text: string): string {
  return hasApostrophe.test(text) ? text.replace(contraction, `$1${APOSTROPHE}`) : text
}

const hasApostrophe = /['’]/
const contraction = /([a-z])['’](?=(?:t|ll|d|re|ve|m)\b)/gi
