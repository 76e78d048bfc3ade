import type { Expression } from 'kysely'
import type { Builder, Condition } from './to-condition.ts'

/**
 * Whether a text has words next to each other, whatever their letter case. SQLite folds the case of ASCII alone; other
 * letters are looked for as people mostly write them: small, capital and with a capital first.
 */
export function contains(eb: Builder, where: 'title' | 'notes' | Expression<string | null>, text: string): Condition {
  const lower = text.toLowerCase()
  const patterns = isAscii(lower)
    ? [lower]
    : [...new Set([lower, text, text.toUpperCase(), lower.slice(0, 1).toUpperCase() + lower.slice(1)])]
  return eb.or(patterns.map((pattern) => eb(where, 'ilike', `%${plain(pattern)}%`)))
}

const isAscii = (text: string) => /^[\u0020-\u007e]*$/u.test(text)

/** Signs of a pattern stand for any one letter: there is no way to quote them that both databases know. */
const plain = (text: string) => text.replace(/[%_\\]/gu, '_')
