import type { Span } from './types.ts'

/** Whether no word stands before it: chips and punctuation at most. */
export function isFirst(masked: string, { start }: Span): boolean {
  return wordsOf(masked.slice(0, start)).length === 0
}

/** Whether no word stands after it: chips and punctuation at most. */
export function isLast(masked: string, { end }: Span): boolean {
  return wordsOf(masked.slice(end)).length === 0
}

/** The words of a stretch, without what is masked. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.:/-]*/gu) ?? []
}
