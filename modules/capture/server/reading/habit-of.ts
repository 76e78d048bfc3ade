import { languageOf } from '#base/quick-add/language-of.ts'
import type { CaptureItem } from '../../contract.ts'
import { readLine } from './deed.ts'
import { capitalised } from './line-text.ts'
import type { Dump } from './reading.ts'
import { understand } from './understand.ts'

/** As often a week as a habit can be meant. */
const MOST = 21
const DAYS = 7
/** Where nothing says how often. */
const USUAL = 3

/** What the line of a habit says: what it is, and how often a week. */
export function habitOf(text: string, dump: Omit<Dump, 'text' | 'way'>): NonNullable<CaptureItem['habit']> {
  const understanding = understand(dump)
  const { words } = understanding
  const often = words.often.exec(text)?.[0]
  const rest = often === undefined ? text : text.replace(often, ' ')
  const name = capitalised(readLine(rest.replace(/\s+/g, ' ').trim(), understanding).title)
  return { name: (name || text).slice(0, 200), times: often === undefined ? USUAL : timesAWeek(often, dump.locale) }

  function timesAWeek(said: string, locale: string): number {
    const times = words.times(said)
    if (times === null) return VAGUE[languageOf(locale).name].test(said) ? USUAL : DAYS
    return Math.min(MOST, Math.max(1, words.aDay.test(said) ? times * DAYS : times))
  }
}

/** More often than now is no number. */
const VAGUE = { en: /often/i, de: /öfter|regelmäßig/i, fr: /souvent/i }
