import { createRequire } from 'node:module'
import { lazily } from '#base/lazily.ts'
import type { Language } from '#base/quick-add/language.ts'
import { languageOf } from '#base/quick-add/language-of.ts'
import { english } from '#base/quick-add/languages/english.ts'

const require = createRequire(import.meta.url)

// Chrono is read when somebody first adds a line: its patterns are megabytes once compiled.
const chronoEnglish = lazily(() => require('chrono-node/en') as typeof import('chrono-node/en'))

const languages = {
  'en month first': lazily(() => english(chronoEnglish(), { monthFirst: true })),
  en: lazily(() => english(chronoEnglish(), { monthFirst: false })),
}

/** What lines of a locale are read by. */
export function quickAddLanguage(locale: string): Language {
  const { name, monthFirst } = languageOf(locale)
  return languages[monthFirst ? 'en month first' : 'en']()
}
