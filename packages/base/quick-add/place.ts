import { MASK } from './mask.ts'
import type { Span } from './types.ts'

const NOTHING = new RegExp(String.raw`^[\s${MASK}.,;:!?–—-]*$`)

/** Whether nothing but chips and punctuation stands before it. */
export function isFirst(masked: string, { start }: Span): boolean {
  return NOTHING.test(masked.slice(0, start))
}

/** Whether nothing but chips and punctuation stands after it. */
export function isLast(masked: string, { end }: Span): boolean {
  return NOTHING.test(masked.slice(end))
}

/** The words of a stretch, without what is masked. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.:/-]*/gu) ?? []
}
