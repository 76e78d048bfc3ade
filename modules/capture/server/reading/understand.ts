import { languageOf } from '#base/quick-add/language-of.ts'
import { quickAddLanguage } from '#base/quick-add/quick-add-language.ts'
import type { Dump, Understanding } from './reading.ts'
import type { DumpWords } from './words/dump-words.ts'
import { englishDump } from './words/english.ts'
import { frenchDump } from './words/french.ts'
import { germanDump } from './words/german.ts'

const words: Record<'en' | 'de' | 'fr', () => DumpWords> = { en: englishDump, de: germanDump, fr: frenchDump }

/** How a dump is understood: by the language, the clock and the place it was written with. */
export function understand({ locale, zone, writtenAt }: Omit<Dump, 'text' | 'way'>): Understanding {
  return {
    language: quickAddLanguage(locale),
    words: words[languageOf(locale).name](),
    timeZone: zone,
    now: writtenAt,
  }
}
