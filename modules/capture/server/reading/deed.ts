import { parseQuickAdd } from '#base/quick-add/parse-quick-add.ts'
import type { QuickAdd } from '#base/quick-add/types.ts'
import type { Understanding } from './reading.ts'

/** Whether a text says a thing to do, by its verb; its dates stand aside. */
export function isDeed(text: string, understanding: Understanding): boolean {
  const { bare, owed } = withoutDuty(text, understanding)
  return owed || understanding.language.deed(wordsOf(readLine(bare, understanding).title))
}

/** A text without "I need to" and the like, and whether it had such a thing. */
export function withoutDuty(text: string, { words }: Understanding): { bare: string; owed: boolean } {
  const plain = text.trim().replace(words.fillers, '')
  const bare = plain.replace(words.duty, '')
  // What is nothing but the duty is no duty.
  if (bare === plain || bare.trim() === '') return { bare: plain, owed: false }
  return { bare: words.verbLast ? bare.replace(/(^|\s)zu (\p{Ll}+n)$/u, '$1$2') : bare, owed: true }
}

/** How many letters of a text say that it is to be done, before what. */
export function dutyLength(text: string, { words }: Understanding): number {
  const plain = text.replace(words.fillers, '')
  const bare = plain.replace(words.duty, '')
  return bare.trim() === '' ? 0 : text.length - bare.length
}

/** A text as quick add reads it. */
export function readLine(text: string, { language, timeZone, now }: Understanding): QuickAdd {
  return parseQuickAdd(text, { language, timeZone, now })
}

/** The words of a title. */
export function wordsOf(title: string): string[] {
  return title
    .split(/\s+/)
    .map((word) => word.replace(/^[("'„“]+|[)"'”“,.;:!?]+$/g, ''))
    .filter((word) => word !== '')
}
