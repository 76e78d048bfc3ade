import type { Span } from './types.ts'

/** Stands for what is taken or literal: no letter, no space, so that no wording reaches across. */
export const MASK = '\u2022'

/** A text with some spans out of reach; what is left stands where it stood. */
export function mask(text: string, spans: readonly Span[]): string {
  let masked = text
  for (const { start, end } of spans) masked = masked.slice(0, start) + MASK.repeat(end - start) + masked.slice(end)
  return masked
}
